"""What a station is about: who, why, what, how; in the words of the route."""

from app.models.routes.definition import Station
from app.ui.theme import scale
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact

PARTS = (("Wie", "wie"), ("Waarom", "waarom"), ("Wat", "wat"), ("Hoe", "hoe"))


class StationCard(RefilledCard):
    """One block of the route, as its source describes it."""

    def __init__(self) -> None:
        super().__init__("Station")
        self.state = Chip("")
        self.add_beside_heading(self.state)

    def show_station(self, station: Station, number: int, staat: str) -> None:
        """Show a station.

        Parameters:
            number: its place on the line, from 1.
            staat: how it stands on this way.
        """
        self.heading.setText(f"{number}. {station.titel}")
        self.state.set(*state_of(staat))
        column = self.renew(station)
        if column is None:
            return
        column.setSpacing(scale.space(1.25))
        for label, name in PARTS:
            words = getattr(station, name)
            if words:
                column.addWidget(fact(label, words))


def state_of(staat: str) -> tuple[str, str, str]:
    """Words, state and icon of how a station stands on this way."""
    return {
        "hier": ("hier is het nu", "accent", "stip"),
        "geweest": ("geweest", "good", "vink"),
        "overgeslagen": ("overgeslagen", "warn", "streep"),
        "beeindigd": ("hier eindigde de route", "neutral", "kruis"),
    }.get(staat, ("nog niet geweest", "neutral", ""))
