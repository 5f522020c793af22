"""Kinds of form by their names, without reading a definition or a record: the first page needs no more."""

LEERLINGBESPREKING = "leerlingbespreking"
"""Form A.6; every other form is about something else, and counts for no leerlingbespreking."""


def soortnaam(soort: str) -> str:
    """What another form is called beside the name of the pupil, e.g. `overig gesprek`; empty for form A.6.

    Parameters:
        soort: name of its definition.
    """
    return "" if soort == LEERLINGBESPREKING else soort.replace("_", " ")
