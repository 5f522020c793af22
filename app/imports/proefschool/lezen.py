"""Puts the records of the Proefschool together."""

from datetime import date

from app.imports.proefschool.besprekingen import Besprekingen
from app.imports.proefschool.bron import Bron
from app.imports.proefschool.mensen import Mensen
from app.imports.proefschool.zorg import Zorg
from app.models.records import Record


def lees(vandaag: date) -> list[Record]:
    """All records of the Proefschool, each after what it refers to.

    Parameters:
        vandaag: the day around which its year lies; the same day always gives the same records.
    """
    bron = Bron(vandaag)
    mensen = Mensen(bron)
    return [*mensen.records(), *Zorg(bron, mensen).records(), *Besprekingen(bron, mensen).records()]
