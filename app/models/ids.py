"""Identity of records: UUIDs of version 7 (RFC 9562), so that newer records sort after older ones.

The library `uuid` is only loaded where an id is derived: it takes as long as half of all other record code together,
and the window waits for it.
"""

import time
from datetime import date
from random import SystemRandom

_EPOCH = date(1970, 1, 1)
_random = SystemRandom()


def new_id() -> str:
    """Make a new record id.

    Returns:
        A UUIDv7 in its usual text form (36 characters): 48 bits of milliseconds since 1970, the rest random.
    """
    milliseconds = time.time_ns() // 1_000_000
    return _version_7(milliseconds, _random.getrandbits(80))


def dated_id(day: date, *parts: str) -> str:
    """Make an id that is always the same for the same day and parts, and sorts as if it was made on that day.

    Parameters:
        day: from 1970 on.
        parts: what identifies the record, from large to small.

    Returns:
        A UUIDv7 in text form, of which the last bits are derived instead of random.
    """
    milliseconds = (day - _EPOCH).days * 86_400_000
    return _version_7(milliseconds, int(derived_id(*parts).replace("-", ""), 16) & ((1 << 80) - 1))


def derived_id(*parts: str) -> str:
    """Make an id that is always the same for the same parts.

    An agreement that comes from a row of a form keeps its identity this way, however often the form is closed.

    Parameters:
        parts: what identifies the record, from large to small, e.g. form id and row id.

    Returns:
        A UUIDv5 in text form.
    """
    import uuid

    return str(uuid.uuid5(uuid.NAMESPACE_OID, "/".join(parts)))


def _version_7(milliseconds: int, rest: int) -> str:
    value = (milliseconds << 80) | rest
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
