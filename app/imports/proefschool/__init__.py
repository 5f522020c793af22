"""The Proefschool: an invented school with a school year of history, to look around in and to practise with.

What is said and who is who stands in `resources/proefschool`; here it only becomes records.
"""

from datetime import date

from app.imports.proefschool.besprekingen import Besprekingen
from app.imports.proefschool.bron import Bron
from app.imports.proefschool.gesprekken import Gesprekken
from app.imports.proefschool.gespreksverslagen import Gespreksverslagen
from app.imports.proefschool.hulp import Hulp
from app.imports.proefschool.mensen import Mensen
from app.imports.proefschool.zorg import Zorg
from app.models.records import Record

__all__ = ["lees"]


def lees(vandaag: date) -> list[Record]:
    """All records of the Proefschool, always the same for the same day.

    Parameters:
        vandaag: around which all that happens is placed: a meeting today, agreements that are late, others to come.
            On a day without school, the first school day after it takes its place.

    Returns:
        The records, each after what it refers to.
    """
    bron = Bron(vandaag)
    mensen = Mensen(bron)
    zorg = Zorg(bron, mensen)
    care = list(zorg.records())
    said = Besprekingen(bron, mensen, zorg).records()
    talked = Gespreksverslagen(bron, mensen).records(Gesprekken(bron, mensen, care).records())
    return [*mensen.records(), *care, *said, *talked, *Hulp(bron, mensen).records()]
