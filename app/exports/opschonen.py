"""Text as Word and ParnasSys take it. What the user typed stays as it is in the archive; only the copy is cleaned."""

import re

_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# XML knows no control characters, no halves of a surrogate pair and no noncharacters; Word refuses a file with one.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """A text without anything that XML can't hold; every kind of line break becomes a newline."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text)).strip("\n")
