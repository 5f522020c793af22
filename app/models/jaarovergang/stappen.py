"""What a pupil can do at the end of a year."""

OVER, BLIJFT, SLAAT_OVER, WEG = "over", "blijft", "slaat_over", "weg"

STAPPEN: dict[str, str] = {
    OVER: "gaat over",
    BLIJFT: "blijft in dit leerjaar",
    SLAAT_OVER: "slaat een jaar over",
    WEG: "gaat van school",
}
"""The steps, with the words on screen."""

HOOGSTE = 8
_SPRONG = {OVER: 1, BLIJFT: 0, SLAAT_OVER: 2}


def is_leerjaar(jaargroep: str) -> bool:
    """Whether a code is one of the years that follow each other: `0` (came in late) to `8`."""
    return len(jaargroep) == 1 and jaargroep in "012345678"


def mogelijk(jaargroep: str) -> tuple[str, ...]:
    """The steps that a pupil of this jaargroep can take, the usual one first.

    Groep 8 leaves. A code that is not a year (`S`, `V`, empty) has no next one: that pupil stays, until a person says
    otherwise.
    """
    if not is_leerjaar(jaargroep):
        return (BLIJFT, WEG)
    room = HOOGSTE - int(jaargroep)
    steps = [step for step in (OVER, BLIJFT, SLAAT_OVER) if _SPRONG[step] <= room]
    return (*steps, WEG) if room else (WEG, *steps)


def gewoon(jaargroep: str) -> str:
    """The step that is proposed."""
    return mogelijk(jaargroep)[0]


def jaargroep_na(jaargroep: str, stap: str) -> str:
    """The jaargroep after a step; for who leaves the one of now."""
    return str(int(jaargroep) + _SPRONG[stap]) if is_leerjaar(jaargroep) and stap != WEG else jaargroep
