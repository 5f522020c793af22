"""Where a conversation stands, as one word for every screen: its course, and once it was held its report."""

from datetime import date

from app.models.gesprek import GESPREK_STATEN, Gesprek

AFVINKEN, BEGONNEN, ONTBREEKT, TE_LAAT, VASTGESTELD, PARNASSYS = (
    "afvinken",
    "verslag_begonnen",
    "verslag_ontbreekt",
    "verslag_te_laat",
    "vastgesteld",
    "parnassys",
)

GESPREKSSTANDEN: dict[str, str] = {
    **GESPREK_STATEN,
    AFVINKEN: "gehouden?",
    BEGONNEN: "verslag begonnen",
    ONTBREEKT: "verslag ontbreekt",
    TE_LAAT: "verslag te laat",
    VASTGESTELD: "vastgesteld",
    PARNASSYS: "in ParnasSys",
}
"""What each is called."""


def gespreksstand(gesprek: Gesprek, today: date, *, te_laat: bool = False) -> str:
    """Where a conversation stands: a key of `GESPREKSSTANDEN`.

    Of one that was held the report is what matters; where a note is all the report there is, that it was held.

    Parameters:
        te_laat: whether its report should have been there.
    """
    if gesprek.staat == "gepland" and gesprek.datum is not None and gesprek.datum < today:
        return AFVINKEN
    if gesprek.staat != "gehouden":
        return gesprek.staat
    if gesprek.verslag_op is not None:
        if gesprek.verslag_elders or gesprek.overgenomen_op:
            return PARNASSYS
        return VASTGESTELD if gesprek.formulier else gesprek.staat
    return TE_LAAT if te_laat else BEGONNEN if gesprek.formulier else ONTBREEKT
