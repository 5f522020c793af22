"""A form as one sees it: sections at the left, one of them in the middle, what belongs beside it at the right."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.models.forms.definition import Section
from app.storage.formulieren import Blad
from app.ui.formulier.controller import KLAAR, NVT, FormController
from app.ui.formulier.editors import Surroundings
from app.ui.formulier.meedenken import Meedenken
from app.ui.formulier.sectie import SectionPage
from app.ui.formulier.sectielijst import SectionList
from app.ui.formulier.terugblik import Terugblik
from app.ui.formulier.terzijde import Terzijde
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Title
from app.ui.widgets.page import Scroll


class FormPanel(QWidget):
    """One form, section by section, by keyboard only if one likes.

    Parameters:
        controller: of the form.
        today: today's date, asked each time.

    Signals:
        finished: the user went on from the last section, to the closing screen.
        section_changed: id of the section that is now shown.
    """

    finished = Signal()
    section_changed = Signal(str)

    def __init__(self, controller: FormController, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self._sections = controller.definitie.secties
        self._pages: dict[str, SectionPage] = {}
        self._current = ""
        self._around = Surroundings(people(controller.blad), today)
        self._today = today
        self._build()
        self._connect()

    @property
    def current(self) -> str:
        """Id of the section that is shown."""
        return self._current

    def first(self) -> str:
        """Id of the first section."""
        return self._sections[0].id

    def first_open(self) -> str:
        """Id of the first section that is not done, or of the first of all: where one goes on."""
        open_ones = (each.id for each in self._sections if self.controller.state(each.id) in ("leeg", "bezig"))
        return next(open_ones, self._sections[0].id)

    def page(self) -> SectionPage:
        """The page that is shown."""
        return self._pages[self._current]

    def show_section(self, section_id: str, *, focus: bool = True) -> None:
        """Show a section, with the cursor in its first field."""
        section = self.controller.definitie.section(section_id)
        if section_id not in self._pages:
            self._make_page(section)
        self._current = section_id
        for name, page in self._pages.items():
            page.setVisible(name == section_id)
        self._title.setText(section.titel)
        self._lead.setText(section.vraag)
        self._list.mark(section_id)
        self._aside.show_section(section)
        self._show_steps(section)
        self.meedenken.show_offer(section)
        if self._terugblik is not None:
            self._terugblik.setVisible(section in (self._sections[0], self._sections[-1]))
        self._scroll.verticalScrollBar().setValue(0)
        if focus:
            self.page().focus_first()
        self.section_changed.emit(section_id)

    def show_field(self, path: str) -> None:
        """Go to a field, in whatever section it stands."""
        self.show_section(path.partition(".")[0], focus=False)
        self.page().focus_field(path)
        row = self.page().row(path)
        if row is not None:
            self._scroll.ensureWidgetVisible(row)

    def go_on(self) -> None:
        """The section is done for now: on to the next, or to the closing screen."""
        self.controller.flush()  # how far the section is, depends on the last word too
        if self.controller.state(self._current) == "bezig" and not self.controller.read_only:
            self.controller.mark_section(self._current, KLAAR)
        after = self._neighbour(1)
        if after is None:
            self.finished.emit()
        else:
            self.show_section(after.id)

    def go_back(self) -> None:
        """To the section before this one."""
        before = self._neighbour(-1)
        if before is not None:
            self.show_section(before.id)

    def undo(self) -> None:
        """Take back: first what is being typed in a text, then answers."""
        text = QApplication.focusWidget()
        if isinstance(text, QPlainTextEdit) and text.document().isUndoAvailable():
            text.undo()
        else:
            self._show_replayed(self.controller.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        text = QApplication.focusWidget()
        if isinstance(text, QPlainTextEdit) and text.document().isRedoAvailable():
            text.redo()
        else:
            self._show_replayed(self.controller.redo())

    def _build(self) -> None:
        self._list = SectionList(self._sections)
        self._aside = Terzijde(self.controller.blad, self._today())
        self._title, self._lead = Title(), Muted()
        self.meedenken = Meedenken(self.controller, self._today)
        self.meedenken.notice_wanted.connect(self._put_notice)
        self.meedenken.actions_wanted.connect(self._look_at_actions)
        self.meedenken.kept.connect(self._go_on_in)
        self._terugblik = self._look_back()
        self._card = Card()
        self._steps = Flow()
        self._back = Button("Terug", icon="pijl-links", shortcut="Ctrl+Shift+Return")
        self._on = Button("Verder", "primary", shortcut="Ctrl+Return")
        self._nvt = Button("Niet van toepassing")
        for button in (self._back, self._on, self._nvt):
            self._steps.add(button)
        self._scroll = Scroll()
        body = self._scroll.body
        body.setContentsMargins(scale.space(3), scale.space(3), scale.space(3), scale.space(4))
        body.setSpacing(scale.space(2))
        for part in (self._title, self._lead):
            body.addWidget(part)
        body.addWidget(self.meedenken)
        if self._terugblik is not None:
            body.addWidget(self._terugblik)
        body.addWidget(self._card)
        body.addWidget(self._steps)
        body.addStretch(1)
        self._lay_out()

    def _look_back(self) -> Terugblik | None:
        """In a conversation one begins and ends with what was agreed the last time."""
        blad = self.controller.blad
        if blad.gesprek is None or not blad.vorige_afspraken or self.controller.read_only:
            return None
        return Terugblik(self.controller, self._today())

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(scale.space(2), scale.space(3), 0, scale.space(2))
        left.addWidget(self._list)
        self._right = Scroll()
        self._right.body.setContentsMargins(scale.space(1), scale.space(3), scale.space(3), scale.space(3))
        self._right.body.addWidget(self._aside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 17)
        row.addWidget(self._scroll, 58)
        row.addWidget(self._right, 22)

    def _connect(self) -> None:
        self._list.chosen.connect(self.show_section)
        self._back.clicked.connect(self.go_back)
        self._on.clicked.connect(self.go_on)
        self._nvt.clicked.connect(self._toggle_nvt)
        self.controller.sections_changed.connect(self._show_states)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        for keys, action in (
            (QKeySequence("Alt+Down"), self.go_on),
            (QKeySequence("Alt+Up"), self.go_back),
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        ):
            QShortcut(keys, self, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_states()

    def _make_page(self, section: Section) -> None:
        # What is filled in at the evaluation would only be in the way during the meeting itself.
        page = SectionPage(section, self.controller, self._around, in_meeting=not self.controller.read_only)
        self._pages[section.id] = page
        self._card.add(page)
        for path in page.paths():
            self.controller.look_back(path)

    def _show_steps(self, section: Section) -> None:
        before, after = self._neighbour(-1), self._neighbour(1)
        self._back.setVisible(before is not None)
        self._back.setText(before.kort if before else "")
        self._on.setText(f"Verder: {after.kort[:1].lower()}{after.kort[1:]}" if after else "Verder: afronden")
        self._nvt.setVisible(section.nvt and not self.controller.read_only)
        marked = self.controller.state(section.id) == NVT
        self._nvt.setText("Toch wel van toepassing" if marked else "Niet van toepassing")
        self._card.setEnabled(not marked)

    def _toggle_nvt(self) -> None:
        marked = self.controller.state(self._current) == NVT
        self.controller.mark_section(self._current, None if marked else NVT)
        self._show_steps(self.page().section)
        if not marked:
            self.go_on()

    def _show_states(self) -> None:
        for section in self._sections:
            self._list.set_state(section.id, self.controller.state(section.id))

    def _neighbour(self, step: int) -> Section | None:
        ids = [section.id for section in self._sections]
        at = ids.index(self._current) + step
        return self._sections[at] if 0 <= at < len(ids) else None

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        left = self._holding(old)
        if left is not None and left != self._holding(new):
            self.controller.left(left)

    def _holding(self, widget: QWidget | None) -> str | None:
        """Path of the field that a widget is part of, in whatever section: the page may be the next one already."""
        found = (page.holding(widget) for page in self._pages.values())
        return next((path for path in found if path is not None), None)

    def _put_notice(self, path: str, notice: QWidget) -> None:
        page = self._pages.get(path.partition(".")[0])
        if page is not None:
            page.add_notice(path, notice)

    def _go_on_in(self, path: str) -> None:
        self.page().focus_field(path)

    def _look_at_actions(self) -> None:
        found = self.controller.definitie.field_by_role("acties")
        if found is not None:
            self.show_section(found[0].id)

    def _show_replayed(self, path: str | None) -> None:
        if path is not None:
            self.show_field(path)


def people(blad: Blad) -> tuple[str, ...]:
    """Names to choose from: staff first, then this child's parents."""
    return (*blad.medewerkers, *(each.ouder.naam for each in blad.ouders))
