"""One start of something, in a process of its own: `python -m tools.bench.child bare|unlock|main|visit [FOLDER]`.

Prints one line of JSON when its window is painted: the moment, on the clock that all processes share, and the memory
that is in use some time later. Nothing is imported here that what is measured would not import itself.
"""

import gc
import sys
import time
from collections.abc import Callable
from typing import Any

REST_MILLISECONDS = 2500
"""From the paint to the weighing: what is loaded after the first paint counts too."""


def main() -> None:
    _, what, *rest = sys.argv
    kinds: dict[str, Callable[..., None]] = {"bare": bare, "unlock": unlock, "main": main_window, "visit": visit}
    kinds[what](*rest)


def bare(weigh: str = "") -> None:
    """The smallest PySide6 program with a window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, event: Any) -> None:
            QTimer.singleShot(0, painted)

    painted = once(lambda: tell(bool(weigh)))
    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1200, 800)
    window.show()
    app.exec()


def unlock(folder: str, weigh: str = "") -> None:
    """The program as it starts when there is an archive: it asks for the passphrase."""
    gc.disable()  # as `main` does before it loads anything
    import app.__main__ as program  # before anything else: it is what `python -m app` begins with
    from app.ui.window.shell import Shell

    after_paint_of(Shell, lambda: tell(bool(weigh)))
    program.main(["--data", folder])


def main_window(folder: str, weigh: str = "") -> None:
    """The program with the Proefschool, whose key needs no deriving, up to a painted Vandaag with what is in it."""
    gc.disable()  # as `main` does before it loads anything
    import app.__main__ as program
    from app.start.loading import WITHOUT_QT, load

    load(WITHOUT_QT)  # in the order of `main`: what is imported below brings Qt
    from app.ui.vandaag.view import VandaagView

    after_paint_of(VandaagView, lambda: tell(bool(weigh)), lambda view: view.is_filled)
    program.main(["--demo", "--data", folder])


def visit(folder: str, _weigh: str = "") -> None:
    """The program with the Proefschool after every view was seen."""
    from pathlib import Path

    from tools.bench.visits import visit_all

    _open_until_weighed = visit_all(Path(folder))
    end(time.monotonic_ns())


def after_paint_of(widget: type, call: Callable[[], None], ready: Callable[[Any], bool] = bool) -> None:
    """Call once, when a widget of this class and all that it holds is painted for the first time, and is ready."""
    from PySide6.QtCore import QTimer

    paint, call = widget.paintEvent, once(call)  # type: ignore[attr-defined]

    def paint_and_call(self: Any, event: Any) -> None:
        paint(self, event)
        if ready(self):
            QTimer.singleShot(0, call)

    widget.paintEvent = paint_and_call  # type: ignore[attr-defined]


def once(call: Callable[[], None]) -> Callable[[], None]:
    """The same call, that does nothing the second time."""
    done: list[bool] = []

    def call_once() -> None:
        if not done:
            done.append(True)
            call()

    return call_once


def tell(weigh: bool) -> None:
    """Print the moment; end at once, or after a rest in which the rest is loaded."""
    painted = time.monotonic_ns()
    if weigh:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(REST_MILLISECONDS, lambda: end(painted))
    else:
        end(painted)


def end(painted: int) -> None:
    import json
    import os

    from tools.bench.memory import resident_bytes

    print(json.dumps({"painted": painted, "resident": resident_bytes()}), flush=True)
    os._exit(0)  # closing in order takes longer than what was measured


if __name__ == "__main__":
    main()
