"""The controller of one form: holds its answers, keeps every word, and knows what follows from the answers."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.forms.answers import Missing, is_empty, missing_at_closing, section_state, visible
from app.models.forms.definition import Field
from app.models.herhaling import herhaalt, toch_opnemen, voorstellen
from app.models.lijkt_op import Actie
from app.storage import gespreksverslag, invullen
from app.storage.archive import Archive, Change
from app.storage.formulieren import Blad, acties_uit
from app.ui.database import Database
from app.ui.formulier.autosave import Autosave, Write
from app.ui.formulier.undo import Step, UndoStack

Answers = dict[str, dict[str, Any]]
NVT = "nvt"
KLAAR = "klaar"
SECTIES = "secties"
"""Path under which the marks of the sections are saved; no field has it, for those are `section.field`."""


class FormController(QObject):
    """Between the editors of a form and the archive.

    Parameters:
        db: the archive.
        blad: the form as it was read.
        author: gives the name of who speaks at this moment ("aan het toetsenbord").
        corrected: whether a correction goes before it, so that it can only be read.

    Signals:
        answered: path of an answer that was taken over from its editor; conditions may have changed.
        shown: path and value of an answer that its editor should show (undo, redo, taken over from last time).
        sections_changed: the state of a section may have changed.
        lijkt_op: path of a proposed approach, and `(proposal, earlier Actie)` when it resembles one, else None.
        undo_changed: what can be undone changed.
    """

    answered = Signal(str)
    shown = Signal(str, object)
    sections_changed = Signal()
    lijkt_op = Signal(str, object)
    undo_changed = Signal()

    def __init__(
        self,
        db: Database,
        blad: Blad,
        author: Callable[[], str],
        parent: QObject | None = None,
        *,
        corrected: bool = False,
    ) -> None:
        super().__init__(parent)
        self._corrected = corrected
        self.blad = blad
        self.definitie = blad.definitie
        self.antwoorden: Answers = {key: dict(value) for key, value in blad.formulier.antwoorden.items()}
        self.secties = dict(blad.formulier.secties)
        self._db = db
        self._author = author
        self._sources: dict[str, Callable[[], Any]] = {}
        self._authors: dict[str, str] = {}
        self._sealed = {path: self.value(path) for path in self._paths()}
        self._flagged: frozenset[str] = frozenset()
        self._undo = UndoStack()
        self.autosave = Autosave(db, self._collect, self)

    @property
    def read_only(self) -> bool:
        """Whether the form was vastgesteld."""
        return self.blad.formulier.vastgesteld_op is not None

    def may_edit(self, field: Field) -> bool:
        """Whether a field can be filled in now: some stay open after vaststellen, until there is a correction."""
        return not self.read_only or (field.blijft_open and not self._corrected)

    def value(self, path: str) -> Any:
        """The answer at a path, `section.field`; None when there is none."""
        section, _, name = path.partition(".")
        return self.antwoorden.get(section, {}).get(name)

    def is_visible(self, field: Field) -> bool:
        """Whether a field is asked, given the other answers."""
        return visible(field, self.antwoorden)

    def state(self, section_id: str) -> str:
        """State of a section: `leeg`, `bezig`, `klaar` or `nvt`."""
        return section_state(self.definitie, self.antwoorden, self.secties, section_id)

    def missing(self) -> list[Missing]:
        """What must still be filled in before closing."""
        return missing_at_closing(self.definitie, self.antwoorden, self.secties)

    def edited(self, path: str, source: Callable[[], Any], *, at_once: bool = False) -> None:
        """An editor has something new.

        Parameters:
            path: `section.field`.
            source: gives the value when it is written; not called at every key.
            at_once: for a choice: write now, others may depend on it.
        """
        self._touch(path, source)
        if at_once:
            self.left(path)

    def left(self, path: str) -> None:
        """The focus left a field: what stands there becomes history and can be undone."""
        self._write_as_history((path,))

    def put(self, path: str, value: Any) -> None:
        """Fill in an answer for the user, as if typed; it can be undone."""
        self.edited(path, lambda: value, at_once=True)
        self.shown.emit(path, value)

    def look_back(self, path: str) -> None:
        """Compare a proposal that already stands there with what did not work before."""
        self._compare_with_before(path, self.value(path))

    def keep(self, proposal: str, actie: Actie, reason: str) -> None:
        """Record why a proposed approach is kept though something like it did not work before."""
        kept = toch_opnemen(self.definitie, self.antwoorden, proposal, actie, reason)
        if kept is not None:
            self.put(*kept)

    def settle(self, afspraak: str, *, done: bool) -> None:
        """Say of an agreement of last time that it was kept, or not after all."""
        self._db.ask(partial(_settle, afspraak, done, self._author()))

    def mark_section(self, section_id: str, mark: str | None) -> None:
        """Mark a section as `nvt` or `klaar`, or take the mark away."""
        if self.secties.get(section_id) == mark:
            return
        self.secties = {key: value for key, value in self.secties.items() if key != section_id}
        if mark:
            self.secties[section_id] = mark
        self.autosave.touch(SECTIES)
        self.autosave.flush(draft=False)
        self.sections_changed.emit()

    def undo(self) -> str | None:
        """Take back the last sealed answer; its path, or None when there is nothing to take back."""
        self.flush()
        return self._replay(self._undo.undo(), "before")

    def redo(self) -> str | None:
        """Do again what was taken back; its path, or None when there is nothing, or something was typed since."""
        self.flush()
        return self._replay(self._undo.redo(), "after")

    @property
    def can_undo(self) -> bool:
        """Whether `undo` has something to take back."""
        return self._undo.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether `redo` has something to do again."""
        return self._undo.can_redo

    def flush(self) -> None:
        """Write everything now, as history: at lock, close, vaststellen, session end."""
        self._write_as_history(tuple(self._sources))

    def when_saved(self, then: Callable[[], None]) -> None:
        """Write everything, and call `then` once the archive has it; not at all when it refuses."""
        self.flush()
        self._db.ask(_nothing, partial(self._if_saved, then), owner=self)

    def _if_saved(self, then: Callable[[], None], _answer: None) -> None:
        if self.autosave.is_clean:
            then()

    def _touch(self, path: str, source: Callable[[], Any]) -> None:
        """Who speaks at this moment is the author, also when the disk takes the words only later."""
        self._sources[path] = source
        self._authors[path] = self._author()
        self.autosave.touch(path)

    def _write_as_history(self, paths: Iterable[str]) -> None:
        self.autosave.flush(draft=False)
        self._db.ask(partial(_seal, self.blad.formulier.id))
        for path in paths:
            before, after = self._sealed.get(path), self.value(path)
            if not (is_empty(before) and is_empty(after)) and before != after:
                self._undo.push(path, before, after)
                self._sealed[path] = after
                self.undo_changed.emit()

    def _replay(self, step: Step | None, which: str) -> str | None:
        if step is None:
            return None
        value = getattr(step, which)
        self._touch(step.path, lambda: value)
        self.autosave.flush(draft=False)
        self._sealed[step.path] = value
        self.shown.emit(step.path, value)
        self.undo_changed.emit()
        return step.path

    def _collect(self, path: str) -> Write:
        form = self.blad.formulier.id
        if path == SECTIES:
            return Write(path, partial(_write_sections, form, dict(self.secties), self._author()))
        section, _, name = path.partition(".")
        value = self._sources[path]()
        self.antwoorden.setdefault(section, {})[name] = value
        self.answered.emit(path)
        self.sections_changed.emit()
        self._compare_with_before(path, value)
        return Write(path, partial(_write_answer, form, path, value, self._authors[path]))

    def _compare_with_before(self, path: str, value: Any) -> None:
        field = self.definitie.field(path)
        if voorstellen(field, value) or path in self._flagged:
            told = replace(self.blad.formulier, antwoorden=self.antwoorden)
            acties = (*self.blad.acties, *acties_uit(self.definitie, told))
            found = herhaalt(self.definitie, self.antwoorden, field, value, acties)
            self._flagged = self._flagged | {path} if found else self._flagged - {path}
            self.lijkt_op.emit(path, found)

    def _paths(self) -> list[str]:
        return [field.pad for _, field in self.definitie.fields()]


def _write_answer(form: str, path: str, value: Any, author: str, archive: Archive, draft: bool) -> Change:
    return invullen.beantwoorden(archive, form, path, value, author, draft=draft)


def _write_sections(form: str, sections: dict[str, str], author: str, archive: Archive, _draft: bool) -> Change:
    return invullen.markeren(archive, form, sections, author)


def _nothing(_archive: Archive) -> None:
    """A question that is answered when all before it were."""


def _settle(afspraak: str, done: bool, author: str, archive: Archive) -> None:
    gespreksverslag.terugkijken(archive, afspraak, author, gedaan=done)


def _seal(form: str, archive: Archive) -> None:
    archive.seal(form)
