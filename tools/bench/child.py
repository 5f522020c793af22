"""One start of something, in a process of its own: `python -m tools.bench.child bare|unlock|main|visit [FOLDER]`.

Prints one line of JSON when its window is painted: the moment, on the clock that all processes share, and the memory
that is in use some time later. Nothing is imported here that what is measured would not import itself, nor sooner.
"""

import gc
import sys
import time
from collections.abc import Callable
from importlib import util
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
    import app.__main__ as program

    when_loaded("app.ui.window.shell", lambda shell: after_paint_of(shell.Shell, lambda: tell(bool(weigh))))
    program.main(["--data", folder])


def main_window(folder: str, weigh: str = "") -> None:
    """The program with the Proefschool, whose key needs no deriving, up to a painted Vandaag with what is in it."""
    gc.disable()  # as `main` does before it loads anything
    import app.__main__ as program

    def watch(vandaag: Any) -> None:
        after_paint_of(vandaag.VandaagView, lambda: tell(bool(weigh)), lambda view: view.is_filled)

    when_loaded("app.ui.vandaag.view", watch)
    program.main(["--demo", "--data", folder])


def visit(folder: str, _weigh: str = "") -> None:
    """The program with the Proefschool after every view was seen."""
    from pathlib import Path

    from tools.bench.visits import visit_all

    _open_until_weighed = visit_all(Path(folder))
    end(time.monotonic_ns())


def when_loaded(name: str, then: Callable[[Any], None]) -> None:
    """Call with a module once the program has loaded it; to import it here would load all it needs out of turn."""

    class Watcher:
        def find_spec(self, wanted: str, _path: Any = None, _target: Any = None) -> Any:
            if wanted != name:
                return None
            sys.meta_path.remove(watcher)
            spec: Any = util.find_spec(name)
            load = spec.loader.exec_module

            def load_and_call(module: Any) -> None:
                load(module)
                then(module)

            spec.loader.exec_module = load_and_call
            return spec

    watcher: Any = Watcher()
    sys.meta_path.insert(0, watcher)


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
