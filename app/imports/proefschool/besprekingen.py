"""The meetings of the Proefschool, with agenda, forms, agreements and the IB'er's own notes."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from app.imports.proefschool.bron import Bron
from app.imports.proefschool.formulier import Invuller, met_afloop
from app.imports.proefschool.mensen import FIRST_DAY, Mensen
from app.imports.proefschool.zorg import Zorg
from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier, Werkaantekening
from app.models.forms.loader import parse_definition
from app.models.handelingsplan import handelingsplan_uit
from app.models.ids import dated_id
from app.models.leerling import Leerling
from app.models.records import Record
from app.resources import resource

FORM = "leerlingbespreking"


class Besprekingen:
    """All meetings, those to come as well."""

    def __init__(self, bron: Bron, mensen: Mensen, zorg: Zorg) -> None:
        self._bron = bron
        self._mensen = mensen
        self._zorg = zorg
        tekst = resource("formulieren", f"{FORM}.toml").read_text(encoding="utf-8")
        self._a6 = parse_definition(tekst, f"{FORM}.toml")
        vingerafdruk = hashlib.sha256(tekst.encode()).hexdigest()
        definitie_id = dated_id(FIRST_DAY, "definitie", vingerafdruk)
        self._definitie = Definitie(
            id=definitie_id, naam=FORM, versie=self._a6.versie, vingerafdruk=vingerafdruk, tekst=tekst
        )

    def records(self) -> Iterator[Record]:
        """All of them, each after what it refers to."""
        yield self._definitie
        for table in self._bron.besprekingen():
            yield from self._bespreking(table)
        for row in self._bron.toml("aantekeningen.toml")["aantekening"]:
            yield Werkaantekening(**self._by_itself("werkaantekening", row))
        for row in self._bron.toml("afspraken.toml")["afspraak"]:
            yield met_afloop(Afspraak(**self._by_itself("afspraak", row)), row.get("afloop", {}))

    def _bespreking(self, table: dict[str, Any]) -> Iterator[Record]:
        datum: date = table["datum"]
        bespreking = Bespreking(
            id=dated_id(datum, "bespreking", table["tijd"]),
            datum=datum,
            tijd=table["tijd"],
            groep=self._mensen.groepen[table["groep"]].id if "groep" in table else None,
            onderwerp=table.get("onderwerp", ""),
            aanwezigen=tuple(table["aanwezigen"]),
            gehouden=datum < self._bron.vandaag,
        )
        yield bespreking
        clock = datetime.combine(datum, time.fromisoformat(table["tijd"]))
        for place, row in enumerate(table["leerling"]):
            leerling = self._mensen.leerlingen[row["naam"]]
            clock += timedelta(minutes=row.get("minuten", 0))
            newest = None
            for each in self._discussed(bespreking, leerling, row, clock):
                newest = each.id if isinstance(each, Formulier) else newest
                yield each
            yield Agendapunt(
                id=dated_id(datum, bespreking.id, leerling.id),
                bespreking=bespreking.id,
                leerling=leerling.id,
                reden=row["reden"],
                volgorde=place,
                formulier=newest,
                seconden=60 * row.get("minuten", 0),
            )

    def _discussed(
        self, bespreking: Bespreking, leerling: Leerling, row: dict[str, Any], clock: datetime
    ) -> Iterator[Record]:
        """What came of discussing a pupil; nothing as long as that has not begun."""
        if not any(each.id in row for each in self._a6.secties):
            return
        form_id = dated_id(clock.date(), "formulier", bespreking.id, leerling.id)
        begin = Formulier(
            id=form_id,
            stam=form_id,
            definitie=self._definitie.id,
            leerling=leerling.id,
            bespreking=bespreking.id,
            datum=bespreking.datum,
            spreker=row.get("spreker", bespreking.aanwezigen[0]),
        )
        filling_in = Invuller(self._a6, row, begin, clock if bespreking.gehouden else None)
        versies = filling_in.versies()
        yield from versies
        if bespreking.gehouden:
            yield from filling_in.afspraken(versies)
            plan = handelingsplan_uit(self._a6, versies[-1], self._zorg.groepsplannen[leerling.groep])
            if plan is not None:
                yield plan

    def _by_itself(self, kind: str, row: dict[str, Any]) -> dict[str, Any]:
        """The fields of a record that hangs on no form."""
        leerling = self._mensen.leerlingen[row["naam"]].id
        said = {key: value for key, value in row.items() if key not in ("naam", "datum", "afloop")}
        return {"id": dated_id(row["datum"], kind, leerling), "leerling": leerling, **said}
