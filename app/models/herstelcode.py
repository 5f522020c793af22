"""The recovery code: the printed way into the archive for when every passphrase is forgotten.

A code is seven groups of five signs, `7K2MB-...`, out of 32 signs that are hard to confuse. Four signs of a group are
random (20 bits, 140 in all); the fifth checks the other four and the place of the group, so that a typing mistake or
two groups that changed places are found, and can be pointed at, before anything slow is tried.
"""

import re
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import date

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals without I, L, O and U, as in Crockford's base 32."""

GROUPS = 7
GROUP_LENGTH = 5

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_BETWEEN = re.compile(r"[\W_]+")
_FIELD_POLYNOMIAL = 0b100101
"""x^5 + x^2 + 1: makes the 32 signs a field, in which each single mistake and each swap of neighbours shows."""


@dataclass(frozen=True, slots=True)
class ReadCode:
    """What someone typed, read as a recovery code.

    Attributes:
        groups: the groups as typed, tidied up, at most `GROUPS`.
        sound: per group of a whole code (always `GROUPS` of them) whether it is there and without mistake.
    """

    groups: tuple[str, ...]
    sound: tuple[bool, ...]

    @property
    def complete(self) -> bool:
        """Whether this is a whole code without a typing mistake."""
        return all(self.sound)

    @property
    def meant_as_code(self) -> bool:
        """Whether most groups are right, which no passphrase is by chance."""
        return sum(self.sound) > GROUPS // 2

    @property
    def first_mistake(self) -> int | None:
        """The first group that is missing or mistyped, counted from 1."""
        return None if self.complete else self.sound.index(False) + 1

    @property
    def text(self) -> str:
        """The code in the form in which it is printed."""
        return "-".join(self.groups)


def new_code() -> str:
    """Make a recovery code of 140 random bits, in the form in which it is printed."""
    groups = []
    for place in range(GROUPS):
        signs = "".join(secrets.choice(SIGNS) for _ in range(GROUP_LENGTH - 1))
        groups.append(signs + _check_sign(signs, place))
    return "-".join(groups)


def read_code(text: str) -> ReadCode:
    """Read a recovery code as people type it.

    Parameters:
        text: anything; small letters, spaces, dashes or nothing between the groups, O for 0 and I or L for 1 are fine.

    Returns:
        The groups, and for each whether it is right; other text simply has no right groups.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LOOKALIKES)
    parts = [part for part in _BETWEEN.split(plain) if part]
    if len(parts) > GROUPS or any(len(part) > GROUP_LENGTH + 1 for part in parts):
        whole = "".join(parts)
        parts = [whole[start : start + GROUP_LENGTH] for start in range(0, len(whole), GROUP_LENGTH)]
    sound = [_is_sound(part, place) for place, part in enumerate(parts[:GROUPS])]
    sound += [False] * (GROUPS - len(sound))
    if len(parts) > GROUPS and all(sound):
        sound[-1] = False  # the code is right, but something was typed behind it
    return ReadCode(tuple(parts[:GROUPS]), tuple(sound))


def recovery_text(school: str, code: str, made_on: date) -> str:
    """The sheet that goes into the safe.

    Parameters:
        school: name of the school.
        code: the recovery code as `new_code` made it.
        made_on: the day it was made; an older sheet stops working when a new one is made.

    Returns:
        Plain text, lines of at most 72 signs, to print or to save.
    """
    return "\n".join(
        (
            "RUGGESPRAAK: HERSTELCODE",
            "",
            f"School:      {school}",
            f"Gemaakt op:  {made_on.day:02}-{made_on.month:02}-{made_on.year}",
            "",
            f"    {code}",
            "",
            "Waarvoor is dit?",
            "In Ruggespraak staan gesprekken over kinderen. Alles is op slot gezet",
            "met een wachtzin. Is die vergeten, of is de collega die hem kent er",
            "niet meer? Dan gaat het archief met deze code toch open.",
            "",
            "Waar bewaar je dit blad?",
            "In de kluis van de school, of op een andere plek die op slot kan.",
            "Niet in de laptoptas, niet onder het toetsenbord en niet als foto op",
            "een telefoon. Wie dit blad én de laptop heeft, kan alles lezen.",
            "",
            "Hoe gebruik je de code?",
            "Start Ruggespraak en typ de code op de plek van de wachtzin. Kleine",
            "letters zijn goed, de streepjes mag je weglaten. Kies daarna meteen",
            "een nieuwe wachtzin.",
            "",
            "Raak je dit blad kwijt? Maak dan bij Instellingen een nieuwe code. De",
            "code op dit blad werkt vanaf dat moment niet meer. Niemand anders kan",
            "de code voor je opzoeken: de makers van het programma kennen hem niet.",
            "",
        )
    )


def _is_sound(group: str, place: int) -> bool:
    if len(group) != GROUP_LENGTH or place >= GROUPS or any(sign not in SIGNS for sign in group):
        return False
    return group[-1] == _check_sign(group[:-1], place)


def _check_sign(signs: str, place: int) -> str:
    total = place + 1
    for sign in signs:
        total = _times_x(total) ^ SIGNS.index(sign)
    return SIGNS[_times_x(total)]


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled & 0b100000 else doubled
