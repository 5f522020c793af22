"""Kinds of form by their names, without reading a definition or a record: the first page needs no more."""

LEERLINGBESPREKING = "leerlingbespreking"
"""Form A.6; every other form is about something else, and counts for no leerlingbespreking."""

_AFGEKORT = ("opp", "mpo")

_VOLUIT = {
    "consult_aanvraag_eenmalig": "aanvraag eenmalig consult",
    "consult_aanvraag_startgesprek": "aanvraag startgesprek SWV",
    "consult_aanvraag_ao": "aanvraag A&O",
}
"""What is not called as its definition is."""


def soortnaam(soort: str) -> str:
    """What another form is called beside the name of the pupil, e.g. `overig gesprek` or `OPP`; empty for form A.6.

    Parameters:
        soort: name of its definition.
    """
    if soort == LEERLINGBESPREKING:
        return ""
    if soort in _VOLUIT:
        return _VOLUIT[soort]
    return soort.upper() if soort in _AFGEKORT else soort.removeprefix("consult_").replace("_", " ")


def afdeling(soort: str, *, gesprek: bool) -> str:
    """Which part of the program a form belongs to: the name of an entry of the rail.

    Parameters:
        gesprek: whether it reports a conversation.
    """
    if gesprek:
        return "gesprekken"
    if soort.startswith("consult"):
        return "consulten"
    return "routes" if soort in _AFGEKORT else "besprekingen"
