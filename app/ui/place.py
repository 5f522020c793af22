"""Where the user can go."""

from typing import NamedTuple

NIEUW = "nieuw"
"""Part of the place of a list: go there and ask at once for a new one."""

AFRONDEN = "afronden"
"""Part of the place of a form in bespreekmodus: go there and sum it up at once, to close it."""


class Place(NamedTuple):
    """A view, and what it should show.

    Attributes:
        view: name of the view: `vandaag`, `leerlingen`, `leerling`, `groepsraster`, `importeren`, `besprekingen`,
            `bespreking`, `bespreekmodus`, `formulier`, `verslag`, `vergelijken`, `gesprekken`, `gespreksmoment`,
            `gesprek`, `gesprekkenplannen`, `route`, `routes`, `consult`, `consulten`, `tabelimport`, `instellingen`
            or `handleiding`.
        id: the record it shows, or empty.
        part: section, tab or chapter within it, or empty.
    """

    view: str
    id: str = ""
    part: str = ""
