"""The meetings of the Proefschool, the forms that were filled in there, and what was agreed."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from app.imports.proefschool.bron import Bron, sleutel
from app.imports.proefschool.formulier import Invuller
from app.imports.proefschool.mensen import Mensen
from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier, Werkaantekening
from app.models.forms.loader import parse_definition
from app.models.records import Record
from app.resources import resource

FORMULIER = "leerlingbespreking"
MINUTEN = 12
"""Spent on a pupil where the files name no time."""


class Besprekingen:
    """Meetings with their agendas and forms, and what stands apart from them."""

    def __init__(self, bron: Bron, mensen: Mensen) -> None:
        self._bron = bron
        self._mensen = mensen
        text = resource("formulieren", f"{FORMULIER}.toml").read_text(encoding="utf-8")
        self._definitie = parse_definition(text, f"{FORMULIER}.toml")
        self._record = Definitie(
            id=sleutel("definitie"),
            naam=FORMULIER,
            versie=self._definitie.versie,
            vingerafdruk=hashlib.sha256(text.encode()).hexdigest(),
            tekst=text,
        )
        self._leraren = {row["naam"]: row["leerkrachten"] for row in bron.school()["groep"]}

    def records(self) -> Iterator[Record]:
        """All of them, each after what it refers to."""
        yield self._record
        for told in self._bron.besprekingen():
            yield from self._bespreking(told)
        for number, row in enumerate(self._bron.toml("afspraken.toml")["afspraak"]):
            yield self._afspraak(number, row)
        for number, row in enumerate(self._bron.toml("aantekeningen.toml")["aantekening"]):
            yield Werkaantekening(
                id=sleutel("werkaantekening", str(number)),
                leerling=self._leerling(row["naam"]),
                tekst=row["tekst"],
                opruimen_op=row["opruimen_op"],
            )

    def _afspraak(self, number: int, row: dict[str, Any]) -> Afspraak:
        """An agreement by itself; `afloop` tells what became of it, and when (`op`)."""
        outcome = dict(row.get("afloop", {}))
        done = outcome.pop("op", None)
        return Afspraak(
            id=sleutel("afspraak", str(number)),
            leerling=self._leerling(row["naam"]),
            wat=row["wat"],
            wie=row["wie"],
            voor=row["voor"],
            afgerond_op=f"{done.isoformat()}T14:15:00+00:00" if done else None,
            **({"staat": "gedaan"} | outcome if done else outcome),
        )

    def _bespreking(self, told: dict[str, Any]) -> Iterator[Record]:
        groep = told.get("groep")
        held = told["datum"] < self._bron.vandaag
        meeting = Bespreking(
            id=sleutel("bespreking", told["datum"].isoformat(), told["tijd"]),
            datum=told["datum"],
            tijd=told["tijd"],
            groep=self._mensen.groepen[groep].id if groep else None,
            onderwerp=told.get("onderwerp", ""),
            aanwezigen=tuple(told["aanwezigen"]),
            gehouden=held,
        )
        yield meeting
        moment = datetime.combine(told["datum"], time.fromisoformat(told["tijd"]))
        for order, row in enumerate(told["leerling"]):
            minutes = row.get("minuten", MINUTEN)
            moment += timedelta(minutes=minutes)
            state = row.get("staat", "vastgesteld" if held else "bezig" if "hulpvraag" in row else "gepland")
            forms, agreements = self._formulieren(meeting, row, groep, moment, state)
            yield from forms
            yield Agendapunt(
                id=sleutel("agendapunt", meeting.id, row["naam"]),
                bespreking=meeting.id,
                leerling=self._leerling(row["naam"]),
                reden=row["reden"],
                volgorde=order,
                formulier=forms[-1].id if forms else None,
                seconden=60 * minutes if forms else 0,
            )
            yield from agreements

    def _formulieren(
        self, meeting: Bespreking, row: dict[str, Any], groep: str | None, moment: datetime, state: str
    ) -> tuple[list[Formulier], list[Afspraak]]:
        if state == "gepland":
            return [], []
        form_id = sleutel("formulier", meeting.id, row["naam"])
        begin = Formulier(
            id=form_id,
            stam=form_id,
            definitie=self._record.id,
            leerling=self._leerling(row["naam"]),
            bespreking=meeting.id,
            datum=meeting.datum,
            spreker=row.get("spreker") or self._leraar(row["naam"], groep),
        )
        filler = Invuller(self._definitie, row, begin, moment if state == "vastgesteld" else None)
        forms = filler.versies()
        return forms, filler.afspraken(forms)

    def _leerling(self, naam: str) -> str:
        return self._mensen.leerlingen[naam].id

    def _leraar(self, naam: str, groep: str | None) -> str:
        own = {each.id: name for name, each in self._mensen.groepen.items()}
        name = groep or own.get(self._mensen.leerlingen[naam].groep or "", "")
        return str(self._leraren[name][0]) if name in self._leraren else ""
