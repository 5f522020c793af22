"""The note of a conversation that has no form: what was written down quickly, of a phone call say, as plain text."""

from collections.abc import Sequence

from app.models.datums import lang
from app.models.gesprek import Gesprek


def gespreksnotitie(gesprek: Gesprek, titel: str, aanwezig: Sequence[str] = ()) -> str:
    """The note, ready to be pasted in the pupil administration.

    It looks as the note of a whole report does (see `app.exports.notitie`), so that a parent reads one kind of note.

    Parameters:
        titel: what the kind of conversation is called, e.g. `Overig gesprek`.
        aanwezig: names of who was there; with those that stand in the conversation itself.

    Returns:
        Empty when nothing was written down.
    """
    if not gesprek.notitie.strip():
        return ""
    people = ", ".join(dict.fromkeys((*aanwezig, *gesprek.aanwezig)))
    parts = [
        f"{titel} van {lang(gesprek.datum)}" if gesprek.datum else titel,
        f"Aanwezig: {people}" if people else "",
        f"Aanleiding: {' '.join(gesprek.aanleiding.split())}" if gesprek.aanleiding.strip() else "",
        "\n".join(line.rstrip() for line in gesprek.notitie.strip().splitlines()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
