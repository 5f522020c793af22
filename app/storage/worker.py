"""The one thread on which the database lives.

Work is done in the order in which it was asked. Nobody ever waits for it: the answer comes by a call, on this thread,
and whoever has a thread of their own to get back to (the screens) takes it there.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any

Answer = Callable[[Any, BaseException | None], None]
_STOP = object()


class Worker:
    """Runs pieces of work one after the other on a thread of its own.

    Parameters:
        name: name of the thread, for error reports.
    """

    def __init__(self, name: str = "database") -> None:
        self._work: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], Any], answer: Answer) -> None:
        """Put work at the end of the queue.

        Parameters:
            work: what to do; its result or its exception goes to `answer`.
            answer: called on this thread with (result, None) or (None, exception).
        """
        self._work.put((work, answer))

    def stop(self, timeout: float = 30.0) -> bool:
        """Finish all work that was asked, then end the thread. Work asked afterwards is not done.

        Parameters:
            timeout: seconds to wait.

        Returns:
            Whether the thread has ended.
        """
        self._work.put(_STOP)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (task := self._work.get()) is not _STOP:
            work, answer = task
            try:
                result = work()
            except BaseException as error:  # the asker decides what it means
                answer(None, error)
            else:
                answer(result, None)
            # Nothing may stay alive here while the thread waits: a closure can hold a screen.
            del task, work, answer
