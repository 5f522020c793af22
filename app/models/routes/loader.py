"""Makes an ondersteuningsroute of TOML, and names every mistake with its file and place."""

from collections.abc import Iterable, Sequence

from app.models.contact import CONTACTROLLEN
from app.models.forms.toml_table import DefinitionError, Table, parse_toml, quoted, suggestion
from app.models.route import MPO_UITKOMSTEN
from app.models.routes.definition import (
    EINDE,
    VEREISTESOORTEN,
    Besluit,
    Informeren,
    Mits,
    Overgang,
    RouteDefinitie,
    Station,
    Vereiste,
    Vraag,
)

__all__ = ["DefinitionError", "parse_route"]

_KEYS = ("naam", "titel", "versie", "toelichting", "einde_bij", "station")
_STATION_KEYS = (
    *("id", "titel", "kort", "wie", "waarom", "wat", "hoe", "aan_zet", "alleen_bij", "mpo"),
    *("kan_einde", "informeert", "vereiste", "besluit", "naar"),
)
_UITKOMSTEN = tuple(each for each in MPO_UITKOMSTEN if each)


def parse_route(text: str, source: str) -> RouteDefinitie:
    """Read an ondersteuningsroute.

    Parameters:
        text: the TOML.
        source: name of the file, for the sentence when something is wrong.

    Raises:
        DefinitionError: one Dutch sentence: file, station, part, what is wrong and what to do.
    """
    table = parse_toml(text, source)
    table.only(_KEYS)
    tables = table.tables("station", "station", required=True)
    route = RouteDefinitie(
        naam=table.identifier("naam"),
        titel=table.text("titel", required=True),
        versie=table.number("versie"),
        toelichting=table.text("toelichting"),
        einde_bij=_outcomes(table, "einde_bij"),
        stations=tuple(_station(each) for each in tables),
    )
    _refuse_doubles(table, "station", (each.id for each in route.stations))
    for each, station in zip(tables, route.stations, strict=True):
        _check_ways(each, station, tuple(other.id for other in route.stations))
        _check_mpo(each, station, route)
    _check_reachable(table, route)
    return route


def _station(table: Table) -> Station:
    station_id = _named(table, "station")
    if station_id == EINDE:
        raise table.error(f"een station kan niet {quoted(EINDE)} heten", "kies een andere id")
    table.only(_STATION_KEYS)
    titel = table.text("titel", required=True)
    besluiten = _besluiten(table)
    return Station(
        id=station_id,
        titel=titel,
        kort=table.text("kort", default=titel),
        wie=table.text("wie", required=True),
        waarom=table.text("waarom"),
        wat=table.text("wat"),
        hoe=table.text("hoe"),
        aan_zet=table.one_of("aan_zet", CONTACTROLLEN, required=True),
        alleen_bij=_outcomes(table, "alleen_bij"),
        mpo=table.flag("mpo"),
        informeert=_informeert(table),
        vereisten=_vereisten(table, [each.id for each in besluiten]),
        besluiten=besluiten,
        naar=tuple(_overgang(each) for each in table.tables("naar", "naar")),
        kan_einde=table.flag("kan_einde", default=True),
    )


def _overgang(table: Table) -> Overgang:
    table.only(("station", "als"))
    return Overgang(table.identifier("station"), table.text("als"))


def _informeert(table: Table) -> tuple[Informeren, ...]:
    found = []
    for each in table.tables("informeert", "informeert"):
        own = _named(each, "informeert")
        each.only(("id", "wie", "door", "waarover", "rol", "bij_mpo"))
        found.append(
            Informeren(
                id=own,
                wie=each.text("wie", required=True),
                door=each.text("door"),
                waarover=each.text("waarover"),
                rol=each.one_of("rol", CONTACTROLLEN),
                bij_mpo=each.flag("bij_mpo"),
            )
        )
    _refuse_doubles(table, "informeert", (each.id for each in found))
    return tuple(found)


def _vereisten(table: Table, besluiten: Sequence[str]) -> tuple[Vereiste, ...]:
    found = []
    for each in table.tables("vereiste", "vereiste"):
        own = _named(each, "vereiste")
        each.only(("id", "titel", "hint", "soort", "besluit", "coordinator", "altijd"))
        soort = each.one_of("soort", VEREISTESOORTEN, default="handmatig")
        for key, only_for in (("besluit", "besluit"), ("coordinator", "mpo_uitkomst")):
            if soort != only_for:
                each.refuse(key, f"bij soort {quoted(soort)}")
        titel, hint = each.text("titel", required=True), each.text("hint")
        besluit = _known(each, "besluit", besluiten, "een besluit van dit station") if soort == "besluit" else ""
        found.append(Vereiste(own, titel, hint, soort, besluit, each.flag("coordinator"), each.flag("altijd")))
    _refuse_doubles(table, "vereiste", (each.id for each in found))
    return tuple(found)


def _besluiten(table: Table) -> tuple[Besluit, ...]:
    """Read the decisions in order; one can only rest on a decision that stands before it, so there are no circles."""
    found: list[Besluit] = []
    for each in table.tables("besluit", "besluit"):
        own = _named(each, "besluit")
        each.only(("id", "titel", "hint", "leidt_naar", "vraagt", "mits"))
        found.append(
            Besluit(
                id=own,
                titel=each.text("titel", required=True),
                hint=each.text("hint"),
                leidt_naar=each.text("leidt_naar"),
                vraagt=_vragen(each),
                mits=_mits(each, found),
            )
        )
    _refuse_doubles(table, "besluit", (each.id for each in found))
    return tuple(found)


def _vragen(table: Table) -> tuple[Vraag, ...]:
    found = []
    for each in table.tables("vraagt", "vraag"):
        own = _named(each, "vraag")
        each.only(("id", "titel", "opties", "verplicht"))
        titel = each.text("titel", required=True)
        options = each.tables("opties", "optie")
        for option in options:
            option.only(("id", "label"))
        opties = tuple((option.identifier(), option.text("label", required=True)) for option in options)
        _refuse_doubles(each, "optie", (option for option, _ in opties))
        found.append(Vraag(own, titel, opties, each.flag("verplicht", default=True)))
    _refuse_doubles(table, "vraag", (each.id for each in found))
    return tuple(found)


def _mits(table: Table, earlier: Sequence[Besluit]) -> Mits | None:
    inner = table.table("mits", "mits")
    if inner is None:
        return None
    inner.only(("besluit", "vraag", "is"))
    wanted = _known(inner, "besluit", [each.id for each in earlier], "een besluit dat eerder bij dit station staat")
    if not inner.has("vraag"):
        inner.refuse("is", "zonder ‘vraag’")
        return Mits(wanted)
    vragen = {vraag.id: vraag for each in earlier if each.id == wanted for vraag in each.vraagt if vraag.opties}
    vraag = vragen[_known(inner, "vraag", list(vragen), f"een vraag met opties bij besluit {quoted(wanted)}")]
    answers = inner.texts("is", required=True)
    for answer in answers:
        if answer not in dict(vraag.opties):
            raise inner.error(
                f"vraag {quoted(vraag.id)} kent geen {quoted(answer)}", suggestion(answer, dict(vraag.opties))
            )
    return Mits(wanted, vraag.id, answers)


def _check_ways(table: Table, station: Station, known: Sequence[str]) -> None:
    targets = [each.naar for each in station.naar]
    for target in targets:
        if target not in known:
            raise table.error(f"‘naar’ noemt station {quoted(target)}, dat er niet is", suggestion(target, known))
        if target == station.id:
            raise table.error("‘naar’ noemt dit station zelf", "haal het weg")
    _refuse_doubles(table, "naar", targets)
    if not targets and not station.kan_einde:
        raise table.error("hier loopt de route dood", "noem met ‘naar’ een volgend station, of laat ‘kan_einde’ weg")
    for besluit in station.besluiten:
        allowed = (*targets, *((EINDE,) if station.kan_einde else ()))
        if besluit.leidt_naar and besluit.leidt_naar not in allowed:
            raise table.error(
                f"besluit {quoted(besluit.id)} leidt naar {quoted(besluit.leidt_naar)}, maar daar gaat dit station"
                " niet heen",
                suggestion(besluit.leidt_naar, allowed) if allowed else "haal ‘leidt_naar’ weg",
            )


def _check_mpo(table: Table, station: Station, route: RouteDefinitie) -> None:
    asks = any(each.soort == "mpo_uitkomst" for each in station.vereisten) or any(
        each.bij_mpo for each in station.informeert
    )
    if asks and not station.mpo:
        raise table.error("hier wordt om een MPO gevraagd, maar het kan hier niet", "zet mpo = true bij dit station")
    if set(station.alleen_bij) & set(route.einde_bij):
        raise table.error(
            "‘alleen_bij’ noemt een uitkomst die de route juist beëindigt", "haal haar hier of bij ‘einde_bij’ weg"
        )


def _check_reachable(table: Table, route: RouteDefinitie) -> None:
    first = route.stations[0]
    if first.alleen_bij:
        raise table.error(
            f"de route begint bij station {quoted(first.id)}, en dan is er nog geen MPO geweest",
            "haal ‘alleen_bij’ weg",
        )
    seen, todo = {first.id}, [first]
    while todo:
        for way in todo.pop().naar:
            if way.naar not in seen:
                seen.add(way.naar)
                todo.append(route.station(way.naar))
    for each in route.stations:
        if each.id not in seen:
            raise table.error(
                f"bij station {quoted(each.id)} kom je nooit", "noem het met ‘naar’ bij een ander station"
            )


def _outcomes(table: Table, key: str) -> tuple[str, ...]:
    found = table.texts(key)
    for each in found:
        if each not in _UITKOMSTEN:
            raise table.error(f"{key} kent geen uitkomst {quoted(each)}", suggestion(each, _UITKOMSTEN))
    return found


def _known(table: Table, key: str, allowed: Sequence[str], what: str) -> str:
    value = table.text(key, required=True)
    if value not in allowed:
        advice = suggestion(value, allowed) if allowed else f"schrijf eerst {what} op"
        raise table.error(f"{key} {quoted(value)} is niet {what}", advice)
    return value


def _named(table: Table, what: str) -> str:
    own = table.identifier()
    table.rename(f"{what} {quoted(own)}")
    return own


def _refuse_doubles(table: Table, what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise table.error(f"{what} {quoted(each)} staat er twee keer", "geef elk een eigen id")
        seen.add(each)
