"""A hybrid logical clock: wall time that never runs backwards, so that revisions keep their order.

Its text sorts in the order of events: milliseconds, a counter for events within one millisecond, the device.
"""

import time


class Clock:
    """Gives every revision a place in time.

    Parameters:
        device: short id of this laptop's archive.
        last: the newest time already given out, or empty for a new archive.
    """

    def __init__(self, device: str, last: str = "") -> None:
        self._device = device
        parts = last.split("-") if last else ["0", "0"]
        self._milliseconds, self._counter = int(parts[0]), int(parts[1])

    def tick(self) -> str:
        """The next moment, later than every one before it, also when the laptop's clock was set back."""
        now = time.time_ns() // 1_000_000
        if now > self._milliseconds:
            self._milliseconds, self._counter = now, 0
        else:
            self._counter += 1
        return f"{self._milliseconds:013d}-{self._counter:06d}-{self._device}"


def milliseconds(moment: str) -> int:
    """Wall time of a moment, in milliseconds since 1970."""
    return int(moment.split("-", 1)[0])
