"""The way in: `ruggespraak`, or `python -m app`."""

import gc
import sys
from collections.abc import Sequence

from app.start.options import read_options
from app.start.steps import BEFORE_THE_WINDOW, Start, run_steps
from app.storage.errors import InUse, StorageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program.

    Parameters:
        arguments: the command line without the program's own name; None takes that of this process.

    Returns:
        The exit code.
    """
    gc.disable()  # loading makes many objects and no garbage; `app.ui.collector` collects once the window is there
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    if options.version:
        from app import __version__

        print(f"Ruggespraak {__version__}")
        return 0
    start = Start(options)
    trouble: StorageError | None = None
    try:
        run_steps(BEFORE_THE_WINDOW, start)
    except StorageError as error:
        trouble = error
    if options.demo:
        from app.start.loading import WITHOUT_QT, load

        load(WITHOUT_QT)
    return _with_window(start, trouble)


def _with_window(start: Start, trouble: StorageError | None) -> int:
    from app.start.application import make_application

    app = make_application()
    if isinstance(trouble, InUse):
        from app.ui.single_instance import ring

        if ring(start.folder):
            return 0
    from app.start.session import Session

    session = Session(app, start)
    session.begin(trouble)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
