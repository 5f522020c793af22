"""What the program adds to a form: answers of last time, what the school knows, and what did not work before."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.aanvullen import Bekend, aanvullen
from app.models.datums import kort
from app.models.forms.carry_over import Offer, offers
from app.models.forms.definition import Section
from app.models.lijkt_op import Actie
from app.storage.formulieren import Blad
from app.ui.formulier.controller import FormController
from app.ui.formulier.waarschuwing import LijktOpNotice
from app.ui.widgets.banner import Banner


class Meedenken(QWidget):
    """The place above a section where last time's answers are offered, and the source of notices under its fields.

    Signals:
        notice_wanted: path of a field, and the notice to put under it.
        actions_wanted: the user wants to see the earlier actions.
        kept: path of a field whose notice is gone, because its proposal is kept with a reason.
    """

    notice_wanted = Signal(str, object)
    actions_wanted = Signal()
    kept = Signal(str)

    def __init__(self, controller: FormController, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._today = today
        self._offer: Banner | None = None
        self._notices: dict[str, LijktOpNotice] = {}
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.hide()
        if not controller.read_only:
            controller.answered.connect(self._fill_in)
            controller.lijkt_op.connect(self._show_resemblance)

    def show_offer(self, section: Section) -> None:
        """Offer what still holds of the last form, for one section; nothing where there is nothing to offer."""
        _take_away(self._offer)
        self._offer = None
        found = self._offers(section)
        self.setVisible(bool(found))
        if found:
            vorige = self._controller.blad.vorige
            when = f" van {kort(vorige.datum, self._today())}" if vorige and vorige.datum else ""
            names = ", ".join(offer.field.kort.lower() for offer in found)
            self._offer = Banner("info", f"Uit de vorige bespreking{when}: {names}.", dismissible=True)
            self._offer.add_action("Neem over", partial(self._take_over, section, found))
            self._place.addWidget(self._offer)

    def _offers(self, section: Section) -> list[Offer]:
        controller, blad = self._controller, self._controller.blad
        if controller.read_only or blad.vorige is None or blad.vorige_definitie is None:
            return []
        found = offers(controller.definitie, controller.antwoorden, blad.vorige_definitie, blad.vorige.antwoorden)
        return [offer for offer in found if offer.section.id == section.id]

    def _take_over(self, section: Section, found: list[Offer]) -> None:
        for offer in found:
            self._controller.put(offer.field.pad, offer.value)
        self.show_offer(section)

    def _fill_in(self, answered: str) -> None:
        """Fill in what this very answer brought into sight; what the user empties later stays empty."""
        controller = self._controller
        known = aanvullen(controller.definitie, controller.antwoorden, _bekend(controller.blad))
        for path, value in known.items():
            asked_when = controller.definitie.field(path).toon_als
            if asked_when is not None and asked_when.rests_on(answered):
                controller.put(path, value)

    def _show_resemblance(self, path: str, found: tuple[str, Actie] | None) -> None:
        shown = self._notices.get(path)
        if shown is not None and found is not None and shown.actie == found[1]:
            shown.proposal = found[0]
            return
        _take_away(self._notices.pop(path, None))
        if found is not None:
            notice = LijktOpNotice(*found, self.actions_wanted.emit)
            notice.kept.connect(partial(self._keep, path))
            self._notices[path] = notice
            self.notice_wanted.emit(path, notice)

    def _keep(self, path: str, reason: str) -> None:
        notice = self._notices.pop(path)
        self._controller.keep(notice.proposal, notice.actie, reason)
        self.kept.emit(path)  # before the cursor is taken away with the notice
        _take_away(notice)


def _take_away(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()


def _bekend(blad: Blad) -> Bekend:
    return Bekend(
        groepsplannen=tuple(plan for plan in blad.plannen if plan.soort == "groepsplan"),
        ouders=tuple((each.ouder.naam, each.ouderschap.gezag) for each in blad.ouders),
        groepsleerkracht=blad.medewerkers[0] if blad.groep and blad.groep.leerkrachten and blad.medewerkers else "",
    )
