"""Makes a kind of consult of TOML, and names every mistake with its file and place."""

from collections.abc import Collection, Iterable

from app.models.consulten.definition import (
    BIJLAGE_EISEN,
    NOG_ONBEKEND,
    OUDERS,
    VEREISTE_SOORTEN,
    VRAGERS,
    Consultsoort,
    Punt,
    Stap,
    Uitkomst,
    Vereiste,
)
from app.models.consulten.volledigheid import veld_van
from app.models.forms.definition import FormDefinition
from app.models.forms.toml_table import DefinitionError, Table, parse_toml, quoted, suggestion

__all__ = ["DefinitionError", "controleer", "parse_consultsoort"]

_KEYS = (
    *("id", "titel", "kort", "toelichting", "portaal", "formulier", "verslagformulier", "vragers", "ouders"),
    *("kernpartners", "groep", "max_minuten", "stap", "bijlage", "vereist", "uitkomst"),
)
_MOST_MINUTES = 6_000


def parse_consultsoort(text: str, source: str) -> Consultsoort:
    """Read a kind of consult.

    Parameters:
        text: the TOML.
        source: name of the file, for the sentence when something is wrong.

    Raises:
        DefinitionError: one Dutch sentence: file, place, what is wrong and what to do.
    """
    table = parse_toml(text, source)
    table.only(_KEYS)
    titel = table.text("titel", required=True)
    soort = Consultsoort(
        id=table.identifier(),
        titel=titel,
        kort=table.text("kort", default=titel),
        toelichting=table.text("toelichting"),
        portaal=table.text("portaal", required=True),
        formulier=table.identifier("formulier"),
        verslagformulier=table.identifier("verslagformulier"),
        vragers=_of(table, "vragers", VRAGERS),
        ouders=table.one_of("ouders", OUDERS, required=True),
        kernpartners=table.texts("kernpartners"),
        groep=table.flag("groep", default=True),
        max_minuten=table.number("max_minuten", most=_MOST_MINUTES) if table.has("max_minuten") else 0,
        stappen=tuple(map(_stap, table.tables("stap", "stap"))),
        bijlagen=tuple(map(_punt, table.tables("bijlage", "bijlage"))),
        vereist=tuple(map(_vereiste, table.tables("vereist", "vereiste", required=True))),
        uitkomsten=tuple(map(_uitkomst, table.tables("uitkomst", "uitkomst", required=True))),
    )
    for what, ids in (
        ("stap", (each.id for each in soort.stappen)),
        ("bijlage", (each.id for each in soort.bijlagen)),
        ("vereiste", (each.id for each in soort.vereist)),
        ("uitkomst", (each.id for each in soort.uitkomsten)),
    ):
        _refuse_doubles(table, what, ids)
    if all(each.vervolg for each in soort.uitkomsten):
        raise table.error("elke uitkomst vraagt een vervolg", "voeg een uitkomst zonder vervolg toe")
    return soort


def controleer(soort: Consultsoort, formulier: FormDefinition, source: str) -> None:
    """Check that the form of the application has what the kind asks of it.

    Parameters:
        formulier: the form named by the kind.
        source: name of the file of the kind.

    Raises:
        DefinitionError: names the requirement, the field and the form.
    """
    for each in soort.vereist:
        if not each.veld:
            continue
        place = f"In {source}, vereiste {quoted(each.id)}"
        field = veld_van(formulier, each.veld)
        if field is None:
            raise DefinitionError(
                f"{place}: formulier {quoted(formulier.naam)} heeft geen veld met rol of pad {quoted(each.veld)};"
                " noem een rol, of een veld als sectie.veld."
            )
        known = tuple(option.id for option in field.opties)
        for answer in each.is_:
            if answer not in known:
                advice = suggestion(answer, known) if known else "kies een veld waarbij iets te kiezen valt"
                raise DefinitionError(f"{place}: {quoted(each.veld)} kent geen antwoord {quoted(answer)}; {advice}.")


def _stap(table: Table) -> Stap:
    stap_id = table.identifier()
    table.rename(f"stap {quoted(stap_id)}")
    table.only(("id", "titel", "waar", "wat", "alleen_als"))
    return Stap(
        id=stap_id,
        titel=table.text("titel", required=True),
        waar=table.text("waar", required=True),
        wat=table.text("wat", required=True),
        alleen_als=table.one_of("alleen_als", (NOG_ONBEKEND,)),
    )


def _punt(table: Table) -> Punt:
    punt_id = table.identifier()
    table.rename(f"bijlage {quoted(punt_id)}")
    table.only(("id", "titel", "hint", "verplicht"))
    return Punt(
        id=punt_id,
        titel=table.text("titel", required=True),
        hint=table.text("hint"),
        verplicht=table.one_of("verplicht", BIJLAGE_EISEN, required=True),
    )


def _vereiste(table: Table) -> Vereiste:
    vereiste_id = table.identifier()
    table.rename(f"vereiste {quoted(vereiste_id)}")
    soort = table.one_of("soort", VEREISTE_SOORTEN, required=True)
    keys = VEREISTE_SOORTEN[soort]
    table.only(("id", "soort", "tekst", *keys))
    return Vereiste(
        id=vereiste_id,
        soort=soort,
        veld=table.text("veld", required=True) if "veld" in keys else "",
        is_=table.texts("is", required=True) if "is" in keys else (),
        tekst=table.text("tekst", required=soort != "bijlagen"),
    )


def _uitkomst(table: Table) -> Uitkomst:
    uitkomst_id = table.identifier()
    table.rename(f"uitkomst {quoted(uitkomst_id)}")
    table.only(("id", "titel", "vervolg"))
    vervolg = table.identifier("vervolg") if table.has("vervolg") else ""
    return Uitkomst(uitkomst_id, table.text("titel", required=True), vervolg)


def _of(table: Table, key: str, allowed: Collection[str]) -> tuple[str, ...]:
    found = table.texts(key, required=True)
    for each in found:
        if each not in allowed:
            raise table.error(f"{key} kent geen {quoted(each)}", suggestion(each, allowed))
    return found


def _refuse_doubles(table: Table, what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise table.error(f"{what} {quoted(each)} staat er twee keer", "geef elk een eigen id")
        seen.add(each)
