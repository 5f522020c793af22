"""The cards of the last step: figures, who does not just go on, what happens, and what stays behind."""

from collections.abc import Sequence
from datetime import date

from app.models.datums import kort, lang
from app.models.jaarovergang.controle import cijfers, te_beslissen
from app.models.jaarovergang.overgang import Overgang
from app.models.jaarovergang.stappen import BLIJFT, SLAAT_OVER, WEG, gewoon
from app.ui.widgets.bars import Part, StackedBar
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Text

NAMED = 12
"""So many names or planned things stand in a card; the others are counted."""


def figures_card(made: Overgang) -> Card:
    """How many do what; together all pupils."""
    found = cijfers(made)
    card = Card(f"Schooljaar {made.stand.volgend} in cijfers")
    counted = (
        (found.over, "gaat over", "gaan over", "accent"),
        (found.blijft, "blijft in dit leerjaar", "blijven in dit leerjaar", "warn"),
        (found.slaat_over, "slaat een jaar over", "slaan een jaar over", "info"),
        (found.weg, "gaat van school", "gaan van school", "neutral"),
    )
    parts = [Part(one if count == 1 else more, count, state) for count, one, more, state in counted]
    card.add(StackedBar("Leerlingen", parts))
    card.add(Flow(*(Chip(f"{each.amount} {each.words}", each.state) for each in parts if each.amount)))
    card.add(Text(f"Samen {_pupils(found.leerlingen)}, in {found.groepen} groepen. Nu zijn het {found.groepen_oud}."))
    if found.zonder_groep:
        card.add(Text(f"Nog zonder groep: {_pupils(found.zonder_groep)}."))
    looks = sum(1 for each in made.stand.leerlingen if te_beslissen(made, each))
    if looks:
        card.add(Muted(f"Onder ‘Kijk even’ bij stap 2: {_pupils(looks)}. Dat kun je ook later nog regelen."))
    return card


def others_card(made: Overgang) -> Card | None:
    """Names of who stays, skips a year, or leaves before groep 8."""
    card = Card("Wie niet gewoon overgaat")
    headings = {BLIJFT: "Blijft in dit leerjaar", SLAAT_OVER: "Slaat een jaar over", WEG: "Gaat eerder van school"}
    some = False
    for step, heading in headings.items():
        names = [
            f"{each.naam} ({each.jaargroep})" if each.jaargroep else each.naam
            for each in made.stand.leerlingen
            if made.stappen[each.id].soort == step != gewoon(each.jaargroep)
        ]
        if names:
            some = True
            card.add(Text(heading, "strong"))
            card.add(Text(_at_most(names)))
    return card if some else None


def what_happens_card(made: Overgang) -> Card:
    """In plain words what the yes does."""
    last = lang(made.stand.laatste_dag)
    old, new = made.stand.schooljaar, made.stand.volgend
    card = Card("Wat gebeurt er straks?", quiet=True)
    for line in (
        f"De groepen van {old} worden afgesloten op {last}. Wie waar zat, blijft bewaard.",
        f"De leerlingen gaan naar hun groep in {new}. Wie van school gaat, komt in het archief, met {last} als laatste "
        "dag. Vanaf dan telt de bewaartermijn.",
        "Afspraken, handelingsplannen, OPP’s, formulieren en gesprekken blijven zoals ze zijn.",
        "Zolang er niets in het nieuwe jaar is ingevuld, kun je alles terugdraaien.",
    ):
        card.add(Text(line))
    return card


def planned_card(made: Overgang, today: date) -> Card | None:
    """What is still planned in the year that ends."""
    planned = made.stand.gepland
    if not planned:
        return None
    card = Card(f"Nog gepland in {made.stand.schooljaar}")
    card.add(Muted("Dit blijft staan, bij het oude schooljaar. Kijk of het nog door kan gaan."))
    lines = [f"{kort(each.datum, today)}: {each.wat}{f' · {each.wie}' if each.wie else ''}" for each in planned]
    for line in lines[:NAMED]:
        card.add(Text(line))
    if len(lines) > NAMED:
        card.add(Muted(f"En nog {len(lines) - NAMED}."))
    return card


def _at_most(names: Sequence[str]) -> str:
    rest = f" en nog {len(names) - NAMED}" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + rest


def _pupils(count: int) -> str:
    return "1 leerling" if count == 1 else f"{count} leerlingen"
