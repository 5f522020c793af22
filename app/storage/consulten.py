"""Consults of the samenwerkingsverband: whoever uses them needs to know this module only.

Each part stands in a file of its own: the kinds there are, how one begins, its way, its report, and what is read.
"""

from app.storage.consultbegin import begin, vervolg, verwijder
from app.storage.consultblad import Consultblad, Overgang, Puntstand, consultblad
from app.storage.consultlijst import Consultlijst, Consultregel, Filter, lijst, van_leerling
from app.storage.consultsoorten import Aanbod, SoortMetTekst, aanbod
from app.storage.consultstand import find_consult, wat_ontbreekt
from app.storage.consultstappen import MagNiet, afspraak, ken_toe, stap_gedaan, uren, werk_bij, zet_status
from app.storage.consultverslag import begin_verslag

__all__ = [
    "Aanbod",
    "Consultblad",
    "Consultlijst",
    "Consultregel",
    "Filter",
    "MagNiet",
    "Overgang",
    "Puntstand",
    "SoortMetTekst",
    "aanbod",
    "afspraak",
    "begin",
    "begin_verslag",
    "consultblad",
    "find_consult",
    "ken_toe",
    "lijst",
    "stap_gedaan",
    "uren",
    "van_leerling",
    "vervolg",
    "verwijder",
    "wat_ontbreekt",
    "werk_bij",
    "zet_status",
]
