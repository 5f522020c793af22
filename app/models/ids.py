"""Identity of records: UUIDs of version 7 (RFC 9562), so that newer records sort after older ones."""

import secrets
import time
import uuid


def new_id() -> str:
    """Make a new record id.

    Returns:
        A UUIDv7 in its usual text form (36 characters): 48 bits of milliseconds since 1970, the rest random.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(secrets.token_bytes(10), "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))


def derived_id(*parts: str) -> str:
    """Make an id that is always the same for the same parts.

    An agreement that comes from a row of a form keeps its identity this way, however often the form is closed.

    Parameters:
        parts: what identifies the record, from large to small, e.g. form id and row id.

    Returns:
        A UUIDv5 in text form.
    """
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "/".join(parts)))
