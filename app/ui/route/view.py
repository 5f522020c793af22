"""The ondersteuningsroute of one pupil: the line of stations, and what is to be done where it is."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang
from app.models.route import Route
from app.storage.archive import Change
from app.storage.routeblad import Routeblad
from app.ui.context import Context
from app.ui.exporteren.opslaan import SaveDocument
from app.ui.pakket.pakketten import Pakketten
from app.ui.place import NIEUW, Place
from app.ui.qt import override
from app.ui.route import opdrachten
from app.ui.route.beginnen import ask_begin
from app.ui.route.berichten import MessagesCard
from app.ui.route.besluiten import DecisionsCard
from app.ui.route.geschiedenis import HistoryCard, ReasonCard
from app.ui.route.haltes import line_of
from app.ui.route.handelingen import Deeds
from app.ui.route.mpo import MpoCard
from app.ui.route.nodig import NeedsCard
from app.ui.route.opdrachten import Getoond
from app.ui.route.opp import OppCard
from app.ui.route.stappen import StepsBar
from app.ui.route.station import StationCard
from app.ui.view import View
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.page import Page
from app.ui.widgets.station_line import StationLine
from app.ui.widgets.undo_bar import UndoBar
from app.ui.woorden import group_words


class RouteView(View):
    """One route. Every step is written at once and can be taken back."""

    title = "Ondersteuningsroute"
    kinds = frozenset({"route", "routestap", "routebericht", "routevereiste", "mpo", "formulier", "plan"}) | {
        "leerling", "contact", "groep", "ouderschap", "ouder", "toestemming",
    }  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("route")
        self._shown: Getoond | None = None
        self._begun = ""  # the route that began just now, which can be taken back
        self._station = ""  # that is told about; empty for the one where it is
        self.page = Page("Ondersteuningsroute")
        self.pack = Button("Overdrachtsdossier", icon="map")
        self.packs = Pakketten(context)
        self.chips = Flow()
        self.line = StationLine()
        self.steps = StepsBar()
        self.station = StationCard()
        self.needs = NeedsCard()
        self.decisions = DecisionsCard()
        self.messages = MessagesCard()
        self.mpos = MpoCard()
        self.export = SaveDocument(context)
        self.opp = OppCard()
        self.reason = ReasonCard()
        self.history = HistoryCard()
        self.elsewhere = Banner("info", "Je kijkt bij een ander station")
        self.missing = EmptyState("routes", "Deze route staat hier niet", "Kijk bij Route.", "Naar Route")
        self._lay_out()
        self.bar = UndoBar(self)
        self.deeds = Deeds(context, self, self.bar)
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show a route (`id`), with the card of a `part` in sight; with `nieuw` as id and a pupil as part, begin one.

        Parts are `opp`, `mpo`, `vereiste`, `besluit` and `bericht`, the last three with what it is about after a colon.
        """
        if place.id != self._place.id or place.id == NIEUW:
            for widget in (self.content, self.missing, self.bar, self.pack, self.packs, self.export):
                widget.hide()  # nothing of another child stays on screen
            self.page.set_title("Ondersteuningsroute")
            self._station = ""
            self.steps.refuse(())
            self.page.scroll_area.verticalScrollBar().setValue(0)
        self._place = place
        self.packs.dismiss()  # what was told of a pack was read before one came back
        self.packs.show_for(place.id)
        if place.id == NIEUW:
            ask_begin(self, self.context, place.part, self._go_to_route, self.back_requested.emit)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read it again; cards that show the same as before are left alone."""
        if self._place.id != NIEUW:
            question = partial(opdrachten.read, self._place.id, self.context)
            self.context.db.ask(question, partial(self._show, self._place), owner=self)

    @override
    def about_leerling(self) -> str | None:
        return self._shown.blad.leerling.id if self._shown is not None else None

    @override
    def concerns(self, change: Change) -> bool:
        """Changes of other pupils are nothing to this one."""
        about_other = self._shown is not None and not change.concerns(self._shown.blad.leerling.id)
        return super().concerns(change) and not about_other

    def _lay_out(self) -> None:
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.page.body.spacing())
        way = Card()
        way.add(self.line)
        way.add(self.steps)
        self.elsewhere.add_action("Terug naar waar het nu is", self._to_present)
        self.columns = Columns()
        wide: tuple[QWidget, ...] = (self.station, self.needs, self.decisions, self.mpos, self.export)
        narrow: tuple[QWidget, ...] = (self.messages, self.reason, self.opp, self.history)
        for column_of, cards in ((self.columns.wide, wide), (self.columns.narrow, narrow)):
            for card in cards:
                column_of.addWidget(card)
        self.columns.wide.addStretch(1)
        self.columns.narrow.addStretch(1)
        parts: tuple[QWidget, ...] = (self.chips, way, self.elsewhere, self.columns)
        for part in parts:
            column.addWidget(part)
        for part in (self.content, self.missing, self.pack, self.packs):
            part.hide()
        self.page.add_action(self.pack)
        for part in (self.packs, self.content, self.missing):
            self.page.add(part)
        self.page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def _connect(self) -> None:
        self.pack.clicked.connect(self._make_pack)
        self.packs.told.connect(partial(self._reveal, self.packs))
        self.line.chosen.connect(self._choose)
        self.steps.wanted.connect(self.deeds.step)
        self.needs.wanted.connect(self.deeds.need)
        self.decisions.wanted.connect(self.deeds.decide)
        self.messages.wanted.connect(self.deeds.tell)
        self.messages.removed.connect(self.deeds.untell)
        self.mpos.wanted.connect(self.deeds.mpo)
        self.deeds.letters_ready.connect(self.export.save)
        self.opp.wanted.connect(self.deeds.opp)
        self.opp.older.connect(self._to_form)
        self.deeds.refused.connect(self._refuse)
        self.deeds.stepped.connect(self._to_present)
        self.deeds.place_wanted.connect(self.place_requested)
        self.deeds.to_mpos.connect(partial(self._bring_up, "mpo"))
        self.missing.pressed.connect(self._to_board)

    def _show(self, place: Place, found: Getoond | None) -> None:
        if place.id != self._place.id:
            return
        self._shown = found
        self.deeds.set_shown(found)
        self.missing.setVisible(found is None)
        for part in (self.content, self.pack):
            part.setVisible(found is not None)
        if found is not None:
            self._show_head(found.blad)
            self._show_way(found.blad)
            self._show_station(found.blad)
            if self._begun == place.id:
                self._begun = ""
                self.deeds.offer_begun()
            if place.part:
                self._place = place._replace(part="")  # once: a later change must not scroll
                self._bring_up(place.part)

    def _bring_up(self, part: str) -> None:
        """Bring a card in sight, with the keyboard on its first button; after the cards found their places."""
        cards: dict[str, QWidget] = {
            "opp": self.opp, "mpo": self.mpos, "vereiste": self.needs, "besluit": self.decisions,
            "bericht": self.messages,
        }  # fmt: skip
        card = cards.get(part.partition(":")[0])
        if card is not None:
            QTimer.singleShot(0, card, partial(self._scroll_to, card))

    def _scroll_to(self, card: QWidget) -> None:
        self.page.scroll_area.ensureWidgetVisible(card)
        button = next((each for each in card.findChildren(Button) if each.isVisible()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self, blad: Routeblad) -> None:
        begun = f"begonnen op {lang(blad.route.begonnen_op)}" if blad.route.begonnen_op else ""
        self.page.set_title(f"Route · {blad.leerling.naam}", " · ".join(filter(None, (blad.definitie.titel, begun))))
        self.chips.clear()
        self.chips.add(Chip(group_words(blad.groep)))
        links = [
            (f"Dossier van {blad.leerling.roepnaam or blad.leerling.naam}", Place("leerling", blad.leerling.id)),
            *((_earlier(each), Place("route", each.id)) for each in blad.eerdere),
            ("Alle routes", Place("routes")),
        ]
        for words, place in links:
            link = Link(words)
            link.clicked.connect(partial(self.place_requested.emit, place))
            self.chips.add(link)

    def _show_way(self, blad: Routeblad) -> None:
        today = self.context.vandaag()
        self.line.set_line(line_of(blad, today), self._looked_at(blad))
        self.steps.show_steps(blad, today)

    def _show_station(self, blad: Routeblad) -> None:
        """The cards of the chosen station; only where the route is now, something can be done."""
        today, chosen = self.context.vandaag(), self._looked_at(blad)
        halte = next(each for each in blad.haltes if each.station.id == chosen)
        runs = blad.route.beeindigd_op is None
        here = halte is blad.hier and runs
        self.elsewhere.setVisible(halte is not blad.hier)
        if halte is not blad.hier:
            now = f"De route is nu bij {blad.hier.station.titel}. Hier kun je nalezen."
            self.elsewhere.set("info", f"Je kijkt bij {halte.station.titel}", now)
        self.station.show_station(halte.station, blad.definitie.plek(chosen) + 1, halte.staat)
        to_tell = tuple(each for each in blad.mist if each.soort == "informeren") if here else ()
        self.needs.show_needs(halte.vereisten, to_tell, today, can=here)
        self.decisions.show_decisions(blad, halte, today, can=here)
        self.messages.show_messages(halte, blad, today, can=here)
        self.mpos.show_mpos(blad.mpos, today, can=not blad.mogelijk.mpo)
        self.opp.show_opp(blad.opp, today, can=runs)
        self.reason.show_reason(blad.route)
        self.history.show_steps(blad.stappen, blad.definitie, today)

    def _make_pack(self) -> None:
        self.packs.show()
        self.packs.overdracht(self._place.id)

    def _looked_at(self, blad: Routeblad) -> str:
        return self._station or blad.hier.station.id

    def _choose(self, station: str) -> None:
        self._station = station
        if self._shown is not None:
            self._show_station(self._shown.blad)

    def _to_present(self) -> None:
        self._station = ""
        self.steps.refuse(())
        if self._shown is not None:
            self._show_way(self._shown.blad)
            self._show_station(self._shown.blad)

    def _refuse(self, reasons: tuple[str, ...]) -> None:
        self.steps.refuse(reasons)
        if reasons:
            self._reveal(self.steps.refusal)

    def _reveal(self, part: QWidget) -> None:
        """Bring in sight what is told; once more when it has its height."""
        self.page.scroll_area.ensureWidgetVisible(part)
        QTimer.singleShot(0, part, partial(self.page.scroll_area.ensureWidgetVisible, part))

    def _go_to_route(self, route: str, begun: bool) -> None:
        self._begun = route if begun else ""
        self.place_requested.emit(Place("route", route))

    def _to_form(self, form: str) -> None:
        self.place_requested.emit(Place("formulier", form))

    def _to_board(self) -> None:
        self.place_requested.emit(Place("routes"))


def _earlier(route: Route) -> str:
    day = route.beeindigd_op or route.begonnen_op
    return f"Eerdere route, {lang(day)}" if day else "Eerdere route"
