"""Below the line: where it is, who is at move, and the steps one can take."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.contact import CONTACTROLLEN
from app.models.datums import lang
from app.models.opp import INSTEMMING_VEREIST
from app.models.routes.definition import EINDE
from app.models.routes.stand import Keuze
from app.storage.routeblad import Routeblad
from app.ui.routewoorden import NIET_INGESTEMD, since_words
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Text


class StepsBar(QWidget):
    """One sentence on where it is, the steps, and why one that was pressed can't be taken yet.

    Signals:
        wanted: `verder`, `terug`, `overslaan`, `einde` or `weg`.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.where = Text("")
        self.on = self._button("Verder", "verder", "pijl-rechts")
        self.back = self._button("Stap terug", "terug", "ongedaan")
        self.skip = self._button("Sla over", "overslaan")
        self.end = self._button("Beëindig", "einde")
        self.remove = self._button("Haal weg", "weg", "prullenbak")
        self.remove.set_kind("quiet")
        self.remove.setToolTip("Voor de verkeerde leerling begonnen? Op deze route is nog niets gedaan.")
        self.buttons = Flow(self.on, self.back, self.skip, self.end, self.remove)
        self.agreement = Banner("warn", NIET_INGESTEMD)
        self.refusal = Banner("warn", "Dat kan nu nog niet", dismissible=True)
        self.agreement.hide()
        self.refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.space(1), 0, 0)
        column.setSpacing(scale.space(1.5))
        for widget in (self.where, self.agreement, self.buttons, self.refusal):
            column.addWidget(widget)

    def _button(self, words: str, what: str, icon: str = "") -> Button:
        button = Button(words, icon=icon)
        button.setObjectName(what)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_steps(self, blad: Routeblad, today: date) -> None:
        """Show where a route is."""
        can = blad.mogelijk
        self.where.setText(where_words(blad, today))
        self.buttons.setVisible(blad.route.beeindigd_op is None)
        ends = can.voorstel == EINDE
        to = next((each.naar for each in can.verder if each.naar == can.voorstel), "")
        to = to or (can.verder[0].naar if len(can.verder) == 1 else "")
        self.on.setText(f"Verder naar {blad.definitie.station(to).kort}" if to else "Verder")
        self.on.setVisible(bool(can.verder))
        self.on.set_kind("secondary" if ends or blad.mist else "primary")
        self.back.setVisible(bool(can.terug))
        self.skip.setVisible(bool(can.overslaan))
        self.end.set_kind("primary" if ends else "secondary")
        self.remove.setVisible(blad.nog_niets_gedaan)
        self._show_agreement(blad)

    def _show_agreement(self, blad: Routeblad) -> None:
        """Before a hand-over that rests on the OPP: what misses of the parents' agreement. It takes no step away."""
        hands_over = any(each.vereiste.soort == "opp" and each.is_er for each in blad.hier.vereisten)
        misses = blad.opp.niet_ingestemd if hands_over and blad.route.beeindigd_op is None else ()
        self.agreement.setVisible(bool(misses))
        if misses:
            self.agreement.set("warn", NIET_INGESTEMD, "\n".join((*misses, INSTEMMING_VEREIST)))

    def refuse(self, reasons: tuple[str, ...]) -> None:
        """Say why a step can't be taken; nothing takes it away."""
        self.refusal.setVisible(bool(reasons))
        if reasons:
            self.refusal.set("warn", "Dat kan nu nog niet", "\n".join(dict.fromkeys(reasons)))


def where_words(blad: Routeblad, today: date) -> str:
    """Where a route is, since when, who is at move and what misses, in two or three sentences."""
    here, since = blad.hier.station, blad.hier.sinds
    if blad.route.beeindigd_op is not None:
        return f"De route eindigde op {lang(blad.route.beeindigd_op)} bij {here.kort}. {blad.route.einde}".strip()
    sentences = [f"Bij {here.kort} sinds {since_words(since, today)}." if since else f"Bij {here.kort}."]
    sentences.append(f"Aan zet: {CONTACTROLLEN[here.aan_zet]}.")
    if blad.mogelijk.voorstel == EINDE:
        sentences.append("Deze route kan nu worden beëindigd.")
    elif blad.mist:
        sentences.append(f"Eerst nog: {', '.join(_low(each.tekst) for each in blad.mist)}.")
    return " ".join(sentences)


def open_choices(choices: tuple[Keuze, ...]) -> tuple[Keuze, ...]:
    """The steps that can be taken now."""
    return tuple(each for each in choices if not each.bezwaren)


def _low(words: str) -> str:
    """As it stands in a sentence; abbreviations keep their capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
