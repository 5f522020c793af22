"""The routes a school can choose from: those that ship, and its own files; and the one that a pupil is on."""

from dataclasses import dataclass
from pathlib import Path

from app.models.bespreking import Definitie
from app.models.forms.toml_table import DefinitionError
from app.models.routes.definition import RouteDefinitie
from app.models.routes.loader import parse_route
from app.resources import resource
from app.storage.archive import Archive
from app.storage.definities import lees_tekst
from app.storage.errors import Refused

OWN_ROUTES = "routes"
"""Folder beside the archive with the school's own routes."""

RouteMetTekst = tuple[RouteDefinitie, str]
"""A route, and the text it was read from, to be kept with the pupils who begin on it."""


@dataclass(frozen=True, slots=True)
class Routeaanbod:
    """What there is to choose.

    Attributes:
        routes: by title; a file of the school goes before a shipped one of the same name.
        fouten: what is wrong with files that can't be used, one Dutch sentence each.
    """

    routes: tuple[RouteMetTekst, ...]
    fouten: tuple[str, ...] = ()


def routeaanbod(archive: Archive) -> Routeaanbod:
    """The routes on which a pupil of this school can begin."""
    own, mistakes = _read(archive.path.parent / OWN_ROUTES)
    shipped, broken = _read(resource("routes"))
    names = {route.naam for route, _ in own}
    routes = (*own, *(each for each in shipped if each[0].naam not in names))
    return Routeaanbod(tuple(sorted(routes, key=lambda each: each[0].titel.casefold())), (*mistakes, *broken))


def load_route(archive: Archive, naam: str) -> RouteMetTekst:
    """One route by its name.

    Raises:
        Refused: there is none of that name that can be used; one Dutch sentence.
    """
    offer = routeaanbod(archive)
    for each in offer.routes:
        if each[0].naam == naam:
            return each
    raise Refused(next(iter(offer.fouten), "Deze route is er niet meer; kies een andere."))


_parsed: dict[str, RouteDefinitie] = {}


def route_definitie(archive: Archive, definitie_id: str) -> RouteDefinitie:
    """The route as it was when a pupil began on it; parsed once.

    Raises:
        KeyError: the archive holds no such definition.
    """
    kept = archive.get(Definitie, definitie_id)
    if kept is None:
        raise KeyError(f"definitie {definitie_id}")
    if kept.vingerafdruk not in _parsed:
        _parsed[kept.vingerafdruk] = parse_route(kept.tekst, f"{kept.naam}.toml")
    return _parsed[kept.vingerafdruk]


def _read(folder: Path) -> tuple[list[RouteMetTekst], list[str]]:
    found: dict[str, RouteMetTekst] = {}
    mistakes = []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            text = lees_tekst(path)
            route = parse_route(text, path.name)
            if route.naam != path.stem:
                raise DefinitionError(
                    f"In {path.name}: naam ‘{route.naam}’ is een andere dan die van het bestand; maak er"
                    f" ‘{path.stem}’ van."
                )
        except DefinitionError as error:
            mistakes.append(str(error))
        else:
            found[route.naam] = route, text
    return list(found.values()), mistakes
