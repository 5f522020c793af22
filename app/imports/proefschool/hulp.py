"""Help from outside: with whom the Proefschool works, who is on the ondersteuningsroute, and its consults."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from app.imports.proefschool.bron import Bron
from app.imports.proefschool.definities import definitie
from app.imports.proefschool.formulier import Invuller
from app.imports.proefschool.gespreksverslagen import REPORTED_AT
from app.imports.proefschool.mensen import FIRST_DAY, Mensen
from app.models.bespreking import Definitie, Formulier
from app.models.consult import Bijlagepunt, Consult
from app.models.consulten.loader import parse_consultsoort
from app.models.contact import Contact
from app.models.forms.loader import parse_definition
from app.models.ids import dated_id, derived_id
from app.models.records import Record
from app.models.route import Mpo, Route, Routebericht, Routestap, Routevereiste

NO_FIELDS = ("leerlingen", "consulent", "antwoorden", "punten", "spreker", "soort", "vragers", "stappen", "verslag")
"""What the data says of a consult in words of its own."""


class Hulp:
    """Contacts, routes and consults."""

    def __init__(self, bron: Bron, mensen: Mensen) -> None:
        self._bron, self._mensen = bron, mensen
        rows = bron.toml("contacten.toml")["contact"]
        self._contacten = {row["naam"]: Contact(id=dated_id(FIRST_DAY, "contact", row["naam"]), **row) for row in rows}
        self._kept: dict[str, Definitie] = {}

    def records(self) -> Iterator[Record]:
        """All of them, each after what it refers to."""
        yield from self._contacten.values()
        for row in self._bron.toml("routes.toml")["route"]:
            yield from self._route(row)
        for row in self._bron.toml("consulten.toml")["consult"]:
            yield from self._consult(row)

    def _definitie(self, map_: str, naam: str) -> Iterator[Definitie]:
        """The kept text, the first time that something is begun with it."""
        kept = definitie(map_, naam)
        if kept.id not in self._kept:
            self._kept[kept.id] = kept
            yield kept

    def _route(self, row: dict[str, Any]) -> Iterator[Record]:
        yield from self._definitie("routes", row["definitie"])
        leerling = self._mensen.leerlingen[row["leerling"]].id
        steps = row["stap"]
        moved = [each for each in steps if each["soort"] in ("begin", "verder", "terug", "overslaan")]
        route = Route(
            id=dated_id(steps[0]["op"], "route", leerling),
            leerling=leerling,
            definitie=definitie("routes", row["definitie"]).id,
            station=moved[-1]["naar"],
            sinds=moved[-1]["op"],
            begonnen_op=steps[0]["op"],
            **{key: row[key] for key in ("aanleiding", "tekort", "beeindigd_op", "einde") if key in row},
        )
        yield route
        for number, each in enumerate(steps, 1):
            yield Routestap(
                id=dated_id(each["op"], route.id, str(number)),
                route=route.id,
                leerling=leerling,
                nr=number,
                datum=each["op"],
                **{key: value for key, value in each.items() if key != "op"},
            )
        yield from self._around(route, row)

    def _around(self, route: Route, row: dict[str, Any]) -> Iterator[Record]:
        """What was ticked, who was told, and the MPO's."""
        about: dict[str, Any] = {"route": route.id, "leerling": route.leerling}
        for each in row.get("vereiste", ()):
            yield Routevereiste(
                id=derived_id(route.id, each["station"], each["id"]),
                station=each["station"],
                vereiste=each["id"],
                aanwezig_op=each["op"],
                toelichting=each.get("toelichting", ""),
                **about,
            )
        for each in row.get("bericht", ()):
            yield Routebericht(id=dated_id(each["op"], route.id, "bericht", each["wie"]), **each, **about)
        for each in row.get("mpo", ()):
            known = {key: value for key, value in each.items() if key not in ("op", "partijen", "anderen")}
            mpo = Mpo(
                id=dated_id(each["op"], route.id, "mpo"),
                datum=each["op"],
                partijen=tuple(self._contacten[naam].id for naam in each["partijen"]),
                anderen=tuple(each["anderen"]),
                **known,
                **about,
            )
            yield mpo
            if mpo.directeur_op:
                yield _directeur_weet_het(mpo, each["partijen"][0])

    def _consult(self, row: dict[str, Any]) -> Iterator[Record]:
        soort = definitie("consulten", row["soort"])
        yield from self._definitie("consulten", row["soort"])
        kind = parse_consultsoort(soort.tekst, f"{row['soort']}.toml")
        yield from self._definitie("formulieren", kind.formulier)
        pupils = tuple(self._mensen.leerlingen[naam].id for naam in row["leerlingen"])
        begun: date = row["begonnen_op"]
        consult_id = dated_id(begun, "consult", *pupils)
        form = self._form(row, kind.formulier, pupils[0], consult_id)
        yield form
        report = None
        if "verslag" in row:
            yield from self._definitie("formulieren", kind.verslagformulier)
            report, *agreed = _report(row, kind.verslagformulier, pupils[0], consult_id)
            yield from (report, *agreed)
        for punt, staat in row.get("punten", {}).items():
            yield Bijlagepunt(
                id=derived_id(consult_id, punt), van=consult_id, leerling=pupils[0], punt=punt, staat=staat
            )
        yield Consult(
            id=consult_id,
            soort=row["soort"],
            definitie=soort.id,
            leerling=pupils[0],
            leerlingen=pupils,
            formulier=form.id,
            verslag=report.id if report else None,
            vragers=tuple(row["vragers"]),
            stappen=_plain(row.get("stappen", {})),
            consulent=self._contacten[row["consulent"]].id if "consulent" in row else None,
            **{key: value for key, value in row.items() if key not in NO_FIELDS},
        )

    def _form(self, row: dict[str, Any], naam: str, leerling: str, consult_id: str) -> Formulier:
        form_id = dated_id(row["begonnen_op"], "formulier", consult_id)
        return Formulier(
            id=form_id,
            stam=form_id,
            soort=naam,
            definitie=definitie("formulieren", naam).id,
            leerling=leerling,
            datum=row["begonnen_op"],
            antwoorden=_plain(row["antwoorden"]),
            vastgesteld_op=f"{row['ingediend_op'].isoformat()}T14:10:00+00:00" if "ingediend_op" in row else None,
            spreker=row["spreker"],
        )


def _report(row: dict[str, Any], naam: str, leerling: str, consult_id: str) -> Iterator[Record]:
    """The form that reports the conversation, and after it what was agreed there."""
    kept, held = definitie("formulieren", naam), row["gevoerd_op"]
    report_id = dated_id(held, "verslag", consult_id)
    begin = Formulier(
        id=report_id,
        stam=report_id,
        soort=naam,
        definitie=kept.id,
        leerling=leerling,
        datum=held,
        spreker=row["verslag"]["spreker"],
    )
    closed = datetime.combine(row["afgerond_op"], REPORTED_AT)
    filling_in = Invuller(parse_definition(kept.tekst, f"{naam}.toml"), row["verslag"], begin, closed)
    versies = filling_in.versies()
    yield from versies
    yield from filling_in.afspraken(versies)


def _directeur_weet_het(mpo: Mpo, door: str) -> Routebericht:
    return Routebericht(
        id=derived_id(mpo.id, "directeur"),
        route=mpo.route,
        leerling=mpo.leerling,
        station=mpo.station,
        informeren="directeur",
        wie="de directeur van de school",
        op=mpo.directeur_op,
        hoe="gesprek",
        waarover="de uitkomst van het MPO",
        door=door,
    )


def _plain(value: Any) -> Any:
    """Days as forms keep them."""
    match value:
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case date():
            return value.isoformat()
    return value
