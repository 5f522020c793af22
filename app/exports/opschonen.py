"""Text as Word and ParnasSys take it. What the user typed stays as it is in the archive; only the copy is cleaned."""

import re

_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
"""Every way to begin a new line; `\\v` is what Word itself puts on the clipboard for a soft one."""

_PLANES = "".join(f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
"""Control characters, halves of a surrogate pair and noncharacters: Word refuses a file with one of them."""


def clean(text: str) -> str:
    """A text without anything that a document can't hold; every kind of line break becomes a newline."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text)).strip("\n")


def one_line(text: str) -> str:
    """The same on one line, each stretch of white space one space: for titles, names and properties."""
    return " ".join(clean(text).split())
