"""Undo and redo of whole answers: a step goes back by adding history, never by removing it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """An answer that went from one value to another."""

    path: str
    before: Any
    after: Any


class UndoStack:
    """What can be undone and redone in one form, newest last."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, path: str, before: Any, after: Any) -> None:
        """Remember a change; what was undone before it can no longer be redone."""
        if before == after:
            return
        self._done.append(Step(path, before, after))
        self._undone.clear()

    def undo(self) -> Step | None:
        """Take the last step back: give it, to be shown with its `before`."""
        return _move(self._done, self._undone)

    def redo(self) -> Step | None:
        """Do the last undone step again: give it, to be shown with its `after`."""
        return _move(self._undone, self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)


def _move(source: list[Step], target: list[Step]) -> Step | None:
    if not source:
        return None
    target.append(source.pop())
    return target[-1]
