"""What Python or Qt almost has."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The type checker knows this module by itself, so a misspelt override is found although we do not depend on it.
    from typing_extensions import override
else:
    try:
        from typing import override
    except ImportError:  # Python 3.11

        def override(method):
            return method


__all__ = ["override"]
