"""What can be wrong with what people fill in about a pupil: one Dutch sentence each, empty when all is well."""

import re
from datetime import date

from app.models.datums import lang

OUDSTE = 20
"""Years; older than this nobody is a pupil of a primary school, so the year of birth was mistyped."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TELEFOON = re.compile(r"\+?[0-9 ()/.-]{6,25}")


def klacht_naam(roepnaam: str, achternaam: str) -> str:
    """A pupil is found by name, so one of the two must be there."""
    return "" if roepnaam.strip() or achternaam.strip() else "Vul de roepnaam of de achternaam in."


def klacht_geboortedatum(geboren: date | None, vandaag: date) -> str:
    """A date of birth lies in the past, and not too far."""
    if geboren is None:
        return ""
    if geboren > vandaag:
        return f"{lang(geboren)} is nog niet geweest; vul de dag in waarop het kind is geboren."
    if vandaag.year - geboren.year > OUDSTE:
        return f"Wie in {geboren.year} is geboren, zit niet meer op de basisschool; kijk het jaartal na."
    return ""


def klacht_periode(van: date | None, tot: date | None, *, tot_nodig: bool = False) -> str:
    """A period begins somewhere and does not end before it begins.

    Parameters:
        tot_nodig: whether it must have an end.
    """
    if van is None:
        return "Vul in vanaf welke dag het loopt."
    if tot is None:
        return "Vul in tot en met welke dag het loopt." if tot_nodig else ""
    return f"De einddatum ligt voor de begindatum ({lang(van)}); kies een latere dag." if tot < van else ""


def klacht_email(email: str) -> str:
    """An address has a name, an @ and a domain."""
    if not email.strip() or _EMAIL.fullmatch(email.strip()):
        return ""
    return "Dit is geen e-mailadres; het ziet eruit als naam@voorbeeld.nl."


def klacht_telefoon(telefoon: str) -> str:
    """A telephone number holds digits and the signs between them."""
    if not telefoon.strip() or _TELEFOON.fullmatch(telefoon.strip()):
        return ""
    return "Een telefoonnummer heeft alleen cijfers, bijvoorbeeld 06 12 34 56 78; zet uitleg bij bijzonderheden."
