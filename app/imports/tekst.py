"""Text from outside, made clean."""

import unicodedata


def schoon(text: str) -> str:
    """Text on one line: composed letters (NFC), single spaces, no control or invisible characters."""
    composed = unicodedata.normalize("NFC", text)
    kept = (each for each in composed if each.isspace() or unicodedata.category(each)[0] != "C")
    return " ".join("".join(kept).split())
