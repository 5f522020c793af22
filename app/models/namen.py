"""Dutch names: how they are shown, sorted and shortened."""


def volledige_naam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Name in reading order, e.g. `Noor van den Berg`; parts that are empty leave no double space."""
    return " ".join(part for part in (roepnaam.strip(), voorvoegsel.strip(), achternaam.strip()) if part)


def sorteernaam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Key that sorts the Dutch way: by surname without its prefix, then first name, without regard to case."""
    return " ".join(part for part in (achternaam.strip(), roepnaam.strip(), voorvoegsel.strip()) if part).casefold()


def initialen(naam: str) -> str:
    """At most two capitals for the round badge of a person, e.g. `NB` for Noor van den Berg."""
    words = naam.split()
    if not words:
        return "?"
    if len(words) == 1:
        return words[0][:1].upper()
    return (words[0][:1] + words[-1][:1]).upper()
