"""Schema 4: who told somebody along a route."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def apply(db: "Database") -> None:
    """Make the new column of messages."""
    db.table("routebericht").add_column("door", str, not_null_default="")
