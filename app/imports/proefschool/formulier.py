"""From one pupil on the agenda of a meeting, as the data tells it, to forms and agreements."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from app.models.afspraken import uit_formulier
from app.models.bespreking import Afspraak, Formulier
from app.models.forms.definition import FormDefinition
from app.models.ids import dated_id, derived_id
from app.models.verslag import begin_verslag

STATE = ("staat", "op", "resultaat")
"""Keys in a row of agreements that tell what became of it; they are no answers."""


class Invuller:
    """Fills in the forms of one pupil in one meeting.

    Parameters:
        definitie: of the form.
        rij: the pupil as the data tells it: meta keys beside a table of answers per section.
        begin: the form as far as it is known: who, when, by which definition.
        einde: moment at which the pupil had been discussed, or None while the form is being filled in.
    """

    def __init__(
        self, definitie: FormDefinition, rij: Mapping[str, Any], begin: Formulier, einde: datetime | None
    ) -> None:
        self._definitie = definitie
        self._rij = rij
        self._begin = begin
        self._einde = einde
        self._staten: dict[str, dict[str, Any]] = {}

    def versies(self) -> list[Formulier]:
        """The form, and after it its correction if there is one."""
        antwoorden = self._antwoorden(self._rij)
        form = replace(
            self._begin,
            antwoorden=antwoorden,
            secties=self._secties(antwoorden),
            vastgesteld_op=instant(self._einde) if self._einde else None,
            in_dossier_op=_iso(self._rij.get("dossier")),
        )
        form = replace(form, verslag=self._verslag(self._rij, form) if self._einde else "")
        correctie = self._rij.get("correctie")
        return [form, self._corrected(form, correctie)] if correctie else [form]

    def afspraken(self, versies: list[Formulier]) -> list[Afspraak]:
        """The agreements as they stand after all versions, with what became of them since."""
        if not self._einde:
            return []
        kept: dict[str, Afspraak] = {}
        for form in versies:
            kept.update({each.id: each for each in uit_formulier(self._definitie, form, kept.values())})
        return [met_afloop(each, self._afloop(each)) for each in kept.values()]

    def _corrected(self, form: Formulier, correctie: dict[str, Any]) -> Formulier:
        changed = self._antwoorden(correctie)
        sections = {*form.antwoorden, *changed}
        antwoorden = {each: {**form.antwoorden.get(each, {}), **changed.get(each, {})} for each in sections}
        new = replace(
            form,
            id=dated_id(correctie["datum"], form.stam, "2"),
            versie=2,
            vorige=form.id,
            antwoorden={each.id: antwoorden[each.id] for each in self._definitie.secties if each.id in antwoorden},
            vastgesteld_op=instant(datetime.combine(correctie["datum"], time(15, 40))),
            in_dossier_op=_iso(correctie.get("dossier")),
        )
        return replace(new, verslag=self._verslag(correctie, new))

    def _antwoorden(self, row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        known = (each.id for each in self._definitie.secties)
        return {
            section: {name: self._answer(f"{section}.{name}", value) for name, value in row[section].items()}
            for section in known
            if section in row
        }

    def _answer(self, path: str, value: Any) -> Any:
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [self._row(f"{path}/{number}", each) for number, each in enumerate(value)]
        return value

    def _row(self, place: str, cells: Mapping[str, Any]) -> dict[str, Any]:
        row_id = derived_id(self._begin.id, place)
        state = {key: value for key, value in cells.items() if key in STATE and key not in self._columns(place)}
        self._staten[derived_id(self._begin.id, row_id)] = state
        kept = {key: self._answer("", value) for key, value in cells.items() if key not in state}
        return {"_id": row_id, **kept}

    def _columns(self, place: str) -> set[str]:
        return {each.id for each in self._definitie.field(place.partition("/")[0]).kolommen}

    def _afloop(self, afspraak: Afspraak) -> Mapping[str, Any]:
        if afspraak.soort == "evaluatie":
            return cast(Mapping[str, Any], self._rij.get("evaluatie", {}))
        return self._staten.get(afspraak.id, {})

    def _secties(self, antwoorden: Mapping[str, Any]) -> dict[str, str]:
        done = antwoorden if self._einde else self._rij.get("klaar", ())
        return {**dict.fromkeys(done, "klaar"), **dict.fromkeys(self._rij.get("nvt", ()), "nvt")}

    def _verslag(self, row: Mapping[str, Any], form: Formulier) -> str:
        """The report as the IB'er wrote it, else as the program begins it, the evaluation still to come."""
        if "verslag" in row:
            return str(row["verslag"])
        later = {each.pad for _, each in self._definitie.fields() if each.moment == "evaluatie"}
        in_the_meeting = {
            section: {name: value for name, value in fields.items() if f"{section}.{name}" not in later}
            for section, fields in form.antwoorden.items()
        }
        return begin_verslag(self._definitie, replace(form, antwoorden=in_the_meeting))


def met_afloop(afspraak: Afspraak, afloop: Mapping[str, Any]) -> Afspraak:
    """An agreement with what became of it.

    Parameters:
        afloop: `op` (the day), `resultaat` and `staat`; without `op` the agreement is open.
    """
    if "op" not in afloop:
        return afspraak
    return replace(
        afspraak,
        staat=afloop.get("staat", "gedaan"),
        resultaat=afloop.get("resultaat", ""),
        afgerond_op=instant(datetime.combine(afloop["op"], time(15, 15))),
    )


def instant(moment: datetime) -> str:
    """A moment at school as the archive keeps it: ISO text in UTC, an hour behind the clock on the wall."""
    return f"{(moment - timedelta(hours=1)).isoformat(timespec='seconds')}+00:00"


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None
