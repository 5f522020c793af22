"""The chapters of the Handleiding, and which one belongs to which view."""

from collections.abc import Mapping
from types import MappingProxyType

HOOFDSTUKKEN: Mapping[str, str] = MappingProxyType(
    {
        "beginnen": "Beginnen",
        "leerlingen": "Leerlingen",
        "bijlagen": "Bijlagen",
        "gespreksbeleid": "Schooljaar en beleid",
        "gesprekken": "Gesprekken",
        "gesprekken-plannen": "Gesprekken plannen",
        "gespreksverslag": "Verslag van een gesprek",
        "nieuw-schooljaar": "Nieuw schooljaar",
        "route": "Ondersteuningsroute",
        "consulten": "Consulten",
        "delen": "Delen buiten de school",
        "voorbereiden": "Een bespreking voorbereiden",
        "bespreekmodus": "In gesprek",
        "afronden": "Afronden en verslag",
        "toestemming": "Toestemming van ouders",
        "veilig": "Veilig werken",
        "eigen-formulier": "Eigen formulieren",
        "sneltoetsen": "Sneltoetsen",
    }
)
"""Name of the file in resources/handleiding -> words in the list, in order."""

_BY_VIEW = {
    "leerlingen": "leerlingen",
    "leerling": "leerlingen",
    "groepsraster": "leerlingen",
    "importeren": "leerlingen",
    "tabelimport": "leerlingen",
    "gesprekken": "gesprekken",
    "gespreksmoment": "gesprekken",
    "gesprek": "gesprekken",
    "gesprekkenplannen": "gesprekken-plannen",
    "jaarovergang": "nieuw-schooljaar",
    "route": "route",
    "routes": "route",
    "consult": "consulten",
    "consulten": "consulten",
    "besprekingen": "voorbereiden",
    "bespreking": "voorbereiden",
    "bespreekmodus": "bespreekmodus",
    "formulier": "bespreekmodus",
    "verslag": "afronden",
    "vergelijken": "afronden",
    "instellingen": "veilig",
}


def chapter_for(view: str) -> str:
    """The chapter that F1 opens in a view; where none is about it, the one about beginning."""
    return _BY_VIEW.get(view, "beginnen")
