"""The kinds of consult a school can choose from: those that ship and its own files; and the one a consult began as."""

from dataclasses import dataclass
from pathlib import Path

from app.models.bespreking import Definitie
from app.models.consult import Consult
from app.models.consulten.definition import Consultsoort
from app.models.consulten.loader import controleer, parse_consultsoort
from app.models.forms.definition import FormDefinition
from app.models.forms.toml_table import DefinitionError
from app.resources import resource
from app.storage.archive import Archive
from app.storage.definities import lees_tekst, load_definition
from app.storage.errors import Refused

OWN_KINDS, OWN_FORMS = "consulten", "formulieren"
"""Folders beside the archive with the school's own kinds, and with its own forms."""


@dataclass(frozen=True, slots=True)
class SoortMetTekst:
    """A kind of consult that can be applied for.

    Attributes:
        tekst: what it was read from, to be kept with the consults that begin as it.
        formulier: the form of the application and its text.
    """

    soort: Consultsoort
    tekst: str
    formulier: tuple[FormDefinition, str]


@dataclass(frozen=True, slots=True)
class Aanbod:
    """What there is to choose.

    Attributes:
        soorten: by title; a file of the school goes before a shipped one of the same name.
        fouten: what is wrong with files that can't be used, one Dutch sentence each.
    """

    soorten: tuple[SoortMetTekst, ...]
    fouten: tuple[str, ...] = ()


def aanbod(archive: Archive) -> Aanbod:
    """The kinds of consult that this school can apply for."""
    root = archive.path.parent
    paths = {path.stem: path for path in sorted(resource("consulten").glob("*.toml"))}
    paths |= {path.stem: path for path in sorted((root / OWN_KINDS).glob("*.toml"))}
    found, mistakes = [], []
    for path in paths.values():
        try:
            found.append(_read(path, root))
        except DefinitionError as error:
            mistakes.append(str(error))
    return Aanbod(tuple(sorted(found, key=lambda each: each.soort.titel.casefold())), tuple(mistakes))


def load_soort(archive: Archive, naam: str) -> SoortMetTekst:
    """One kind by its name.

    Raises:
        Refused: there is none of that name, or something in its files is wrong; one Dutch sentence.
    """
    root = archive.path.parent
    own, shipped = root / OWN_KINDS / f"{naam}.toml", resource("consulten", f"{naam}.toml")
    path = own if own.is_file() else shipped
    if not naam.isidentifier() or not path.is_file():
        raise Refused("Deze soort consult is er niet meer: kies een andere.")
    try:
        return _read(path, root)
    except DefinitionError as error:
        raise Refused(str(error)) from error


_parsed: dict[str, Consultsoort] = {}


def soort_van(archive: Archive, consult: Consult) -> Consultsoort:
    """The kind as it was when a consult began; parsed once.

    Raises:
        KeyError: the archive holds no such definition.
    """
    kept = archive.get(Definitie, consult.definitie)
    if kept is None:
        raise KeyError(f"definitie {consult.definitie}")
    if kept.vingerafdruk not in _parsed:
        _parsed[kept.vingerafdruk] = parse_consultsoort(kept.tekst, f"{kept.naam}.toml")
    return _parsed[kept.vingerafdruk]


def _read(path: Path, root: Path) -> SoortMetTekst:
    text = lees_tekst(path)
    soort = parse_consultsoort(text, path.name)
    if soort.id != path.stem:
        raise DefinitionError(
            f"In {path.name}: id ‘{soort.id}’ is een ander dan de naam van het bestand; maak er ‘{path.stem}’ van."
        )
    form = load_definition(soort.formulier, root / OWN_FORMS)
    load_definition(soort.verslagformulier, root / OWN_FORMS)
    controleer(soort, form[0], path.name)
    return SoortMetTekst(soort, text, form)
