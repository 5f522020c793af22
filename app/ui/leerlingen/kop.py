"""The head of a dossier: who it is, in one glance, and what one can begin."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort, leeftijd
from app.models.toestemming import Oordeel
from app.storage.dossier import Dossier, lopend
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.avatar import Avatar
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Title
from app.ui.woorden import group_words, interpreter_words, level_state, level_words, plan_words

ROOMY_STEPS = 104
"""Width in grid steps from which the actions stand beside the name instead of below it."""


class Head(QWidget):
    """Initials, name, age, group and parents; level, plans and consent as chips; actions at the right.

    Signals:
        begin_wanted: begin a leerlingbespreking, or go on with the one that is open.
        edit_wanted: change the personal data.
        leave_wanted: the pupil has left, or is back.
    """

    begin_wanted = Signal()
    edit_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar()
        self.name = Title()
        self.about = Muted()
        self.chips = Flow()
        self.begin = Button("Begin bespreking", "primary", icon="besprekingen")
        self.edit = Button("Bewerken", icon="potlood")
        self.leave_button = Button("Van school", "quiet")
        self._lay_out()
        self.begin.clicked.connect(self.begin_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.leave_button.clicked.connect(self.leave_wanted)

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.space(2))
        who = QHBoxLayout()
        self._row.addLayout(who, 1)
        who.setSpacing(scale.space(2))
        who.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        who.addLayout(words, 1)
        words.setSpacing(scale.space(0.25))
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addSpacing(scale.space(0.75))
        words.addWidget(self.chips)
        actions = QHBoxLayout()
        self._row.addLayout(actions)
        actions.setSpacing(scale.space(1))
        actions.addStretch(1)
        for button in (self.leave_button, self.edit, self.begin):
            actions.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_dossier(self, found: Dossier, today: date) -> None:
        """Show a pupil."""
        self.avatar.set_name(found.leerling.naam)
        self.name.setText(found.leerling.naam)
        self.about.setText(_about(found, today))
        self.chips.clear()
        for chip in _chips(found, today):
            self.chips.add(chip)
        left = found.leerling.gearchiveerd_op is not None
        self.begin.setText("Verder met de bespreking" if found.open_formulier else "Begin bespreking")
        self.begin.setVisible(not left)
        self.leave_button.setVisible(not left)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= scale.space(ROOMY_STEPS)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)


def _about(found: Dossier, today: date) -> str:
    born = found.leerling.geboortedatum
    group = group_words(found.groep)
    if found.leerkrachten:
        group += f" bij {_listed(found.leerkrachten)}"
    parents = _listed(tuple(each.ouder.naam for each in found.ouders))
    parts = (
        f"{leeftijd(born, today)} jaar" if born else "",
        f"jaargroep {found.leerling.jaargroep}" if found.leerling.jaargroep else "",
        group,
        f"ouders: {parents}" if parents else "",
    )
    return " · ".join(part for part in parts if part)


def _listed(names: tuple[str, ...]) -> str:
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _chips(found: Dossier, today: date) -> list[Chip]:
    level = found.niveau.niveau if found.niveau else None
    chips = [Chip(level_words(level), level_state(level))]
    for plan in lopend(found.plannen, today):
        until = f" tot {kort(plan.tot, today)}" if plan.tot else ""
        chips.append(Chip(f"{plan_words(plan.soort)}{until}", "info"))
    if any(each.ouderschap.eigen_gesprek for each in found.ouders):
        chips.append(Chip("ouders hebben een eigen gesprek", "info"))
    chips += [Chip(interpreter_words(each), "info") for each in _languages(found)]
    if found.toestemming is not None:
        chips.append(_consent(found.toestemming))
    if found.leerling.gearchiveerd_op:
        chips.append(Chip("van school"))
    return chips


def _languages(found: Dossier) -> list[str]:
    """For which an interpreter is needed, each once."""
    return list(dict.fromkeys(each.ouder.tolk for each in found.ouders if each.ouder.tolk))


def _consent(verdict: Oordeel) -> Chip:
    if verdict.mag_versturen and verdict.mag_delen:
        return Chip("toestemming rond", "good", "vink")
    if verdict.mag_versturen:
        return Chip("aanmelden mag, delen niet", "warn", "half")
    return Chip("toestemming nog niet rond", "bad", "kruis")
