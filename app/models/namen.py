"""Dutch names: how they are shown, sorted and shortened."""


def volledige_naam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Name in reading order, e.g. `Noor van den Berg`; parts that are empty leave no double space."""
    return " ".join(part for part in (roepnaam.strip(), voorvoegsel.strip(), achternaam.strip()) if part)


def sorteernaam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Key that sorts the Dutch way: by surname without its prefix, then first name, without regard to case."""
    return " ".join(part for part in (achternaam.strip(), roepnaam.strip(), voorvoegsel.strip()) if part).casefold()
