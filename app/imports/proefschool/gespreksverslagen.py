"""The conversations of the Proefschool of which the report was written here: its form, and what was agreed in it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from app.imports.proefschool.bron import Bron
from app.imports.proefschool.formulier import Invuller
from app.imports.proefschool.mensen import FIRST_DAY, Mensen
from app.models.bespreking import Definitie, Formulier
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.models.gesprek import OVERIG, Gesprek
from app.models.ids import dated_id
from app.models.records import Record
from app.resources import resource

OVERIG_FORM = "overig_gesprek"
REPORTED_AT = time(16, 10)


class Gespreksverslagen:
    """Puts the reports with their conversations."""

    def __init__(self, bron: Bron, mensen: Mensen) -> None:
        self._rows: dict[tuple[str, str | date], dict[str, Any]] = {
            (mensen.leerlingen[row["leerling"]].id, row.get("moment") or row["op"]): row
            for row in bron.toml("gespreksverslagen.toml")["verslag"]
        }
        self._today = bron.vandaag
        self._schooljaar = bron.schooljaar
        self._known: dict[str, tuple[Definitie, FormDefinition]] = {}

    def records(self, gesprekken: Iterable[Record]) -> Iterator[Record]:
        """The same records, a conversation after the form that reports it."""
        for record in gesprekken:
            row = self._row(record) if isinstance(record, Gesprek) else None
            if isinstance(record, Gesprek) and row is not None:
                yield from self._reported(record, row)
            else:
                yield record

    def _row(self, gesprek: Gesprek) -> dict[str, Any] | None:
        if gesprek.schooljaar != self._schooljaar or gesprek.datum is None or gesprek.datum > self._today:
            return None
        return self._rows.get((gesprek.leerling, gesprek.moment or gesprek.datum))

    def _reported(self, gesprek: Gesprek, row: dict[str, Any]) -> Iterator[Record]:
        assert gesprek.datum is not None
        naam = OVERIG_FORM if gesprek.soort == OVERIG else gesprek.soort
        if naam not in self._known:
            self._known[naam] = _definitie(naam)
            yield self._known[naam][0]
        kept, definitie = self._known[naam]
        form_id = dated_id(gesprek.datum, "formulier", gesprek.id)
        begin = Formulier(
            id=form_id,
            stam=form_id,
            soort=naam,
            definitie=kept.id,
            leerling=gesprek.leerling,
            datum=gesprek.datum,
            spreker=row["spreker"],
        )
        day = min(gesprek.datum + timedelta(1), self._today)
        # What is not done yet has no sections that are.
        filling_in = Invuller(
            definitie,
            {key: value for key, value in row.items() if key != "klaar"},
            begin,
            datetime.combine(day, REPORTED_AT) if row.get("klaar") else None,
        )
        versies = filling_in.versies()
        yield from versies
        yield from filling_in.afspraken(versies)
        reported = day.isoformat() if row.get("klaar") else None
        yield replace(
            gesprek,
            formulier=form_id,
            verslag_elders=False,
            verslag_op=reported,
            overgenomen_op=reported if row.get("overgenomen") else None,
        )


def _definitie(naam: str) -> tuple[Definitie, FormDefinition]:
    tekst = resource("formulieren", f"{naam}.toml").read_text(encoding="utf-8")
    definitie = parse_definition(tekst, f"{naam}.toml")
    vingerafdruk = hashlib.sha256(tekst.encode()).hexdigest()
    kept = Definitie(
        id=dated_id(FIRST_DAY, "definitie", vingerafdruk),
        naam=naam,
        versie=definitie.versie,
        vingerafdruk=vingerafdruk,
        tekst=tekst,
    )
    return kept, definitie
