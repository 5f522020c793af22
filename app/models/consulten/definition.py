"""A kind of consult, as read from TOML: what an application needs, what to do in the portal, and how it can end.

What makes an application complete is data per kind (Startgesprek; Eenmalig consult), so that another
samenwerkingsverband is a file.
"""

from dataclasses import dataclass

VRAGERS: dict[str, str] = {"leerkracht": "leerkracht", "ib": "intern begeleider", "ouders": "ouders"}
"""From whom the question can come, with the words on screen."""

OUDERS: dict[str, str] = {
    "aanwezig": "de ouders zijn bij het gesprek",
    "keuze": "de ouders zijn erbij, of horen het van de school op een ander moment",
}
"""How parents take part: directly, or as the school chooses."""

BIJLAGE_EISEN: dict[str, str] = {
    "ja": "nodig",
    "indien_aanwezig": "als het er is",
    "nee": "mag erbij",
}
"""Whether an annexe is demanded; `indien_aanwezig` may also be answered with *niet aanwezig*."""

NOG_ONBEKEND = "nog_onbekend"
"""Condition of a step that is only taken when the pupil is not yet known in the portal."""

NIET_NODIG = "nvt"
"""Stands in `Consult.stappen` instead of a day where a step isn't needed."""

VEREISTE_SOORTEN: dict[str, tuple[str, ...]] = {
    "ingevuld": ("veld",),
    "antwoord": ("veld", "is"),
    "vragers": (),
    "bijlagen": (),
}
"""Kinds of requirement, with what each must say besides its text."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step in the portal.

    Attributes:
        waar: menu item in the portal.
        wat: what to do there.
        alleen_als: `NOG_ONBEKEND`, or empty for a step that is always taken.
    """

    id: str
    titel: str
    waar: str
    wat: str
    alleen_als: str = ""


@dataclass(frozen=True, slots=True)
class Punt:
    """One line of the checklist of annexes.

    Attributes:
        hint: what it is, or where to get it.
        verplicht: key of `BIJLAGE_EISEN`.
    """

    id: str
    titel: str
    hint: str
    verplicht: str


@dataclass(frozen=True, slots=True)
class Vereiste:
    """Something without which an application is not complete.

    Attributes:
        soort: key of `VEREISTE_SOORTEN`: `ingevuld` asks for any answer, `antwoord` for one of `is_`, `vragers` for who
            asks, `bijlagen` for a judgement of every line of the checklist that is not free.
        veld: role of a field of the application, or its path `sectie.veld`. A field that is not shown is not asked.
        is_: ids of the answers that are right.
        tekst: what to do while it misses, one sentence; of `bijlagen` empty: each line has its own.
    """

    id: str
    soort: str
    veld: str = ""
    is_: tuple[str, ...] = ()
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """How a consult can end.

    Attributes:
        vervolg: id of the kind that is applied for next, or empty when this was enough.
    """

    id: str
    titel: str
    vervolg: str = ""


@dataclass(frozen=True, slots=True)
class Consultsoort:
    """A whole kind of consult.

    Attributes:
        id: its name and that of its file.
        kort: a shorter title, for where room is narrow.
        portaal: where the application is handed in.
        formulier: name of the form of the application.
        verslagformulier: name of the form that reports the conversation.
        vragers: keys of `VRAGERS` who may ask.
        ouders: key of `OUDERS`.
        kernpartners: who else is asked to come when involved with the pupil.
        groep: whether it may be about several pupils with the same question.
        max_minuten: for preparation, travel and conversation together; 0 when free.
    """

    id: str
    titel: str
    kort: str
    toelichting: str
    portaal: str
    formulier: str
    verslagformulier: str
    vragers: tuple[str, ...]
    ouders: str
    kernpartners: tuple[str, ...]
    groep: bool
    max_minuten: int
    stappen: tuple[Stap, ...]
    bijlagen: tuple[Punt, ...]
    vereist: tuple[Vereiste, ...]
    uitkomsten: tuple[Uitkomst, ...]

    def punt(self, punt_id: str) -> Punt | None:
        """A line of the checklist, or None."""
        return next((each for each in self.bijlagen if each.id == punt_id), None)

    def stap(self, stap_id: str) -> Stap | None:
        """A step in the portal, or None."""
        return next((each for each in self.stappen if each.id == stap_id), None)

    def uitkomst(self, uitkomst_id: str) -> Uitkomst | None:
        """An outcome, or None."""
        return next((each for each in self.uitkomsten if each.id == uitkomst_id), None)
