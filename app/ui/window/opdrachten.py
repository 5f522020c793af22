"""What one can ask of the program by name, in the palette."""

from dataclasses import dataclass
from enum import IntEnum
from unicodedata import combining, normalize

from app.ui.place import Place

LOCK, PROEFSCHOOL, NOTE = "vergrendel", "proefschool", "notitie"
"""What is no place but an act of the window."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Something to do or somewhere to go.

    Attributes:
        words: what it is called.
        also: other words one may look for it with.
        place: where it leads, or None.
        act: `LOCK`, `PROEFSCHOOL` or `NOTE`, or empty.
        shortcut: keys that do the same.
    """

    words: str
    icon: str
    place: Place | None = None
    also: str = ""
    act: str = ""
    shortcut: str = ""


OPDRACHTEN: tuple[Opdracht, ...] = (
    Opdracht(
        "Nieuwe bespreking plannen", "plus", Place("besprekingen", part="nieuw"), "leerlingbespreking agenda maken"
    ),
    Opdracht("Telefoonnotitie maken", "notitie", None, "gesprek bellen gebeld ouder snel", NOTE, "Ctrl+T"),
    Opdracht(
        "Ondersteuningsroute beginnen", "plus", Place("routes", part="nieuw"), "route rvz mpo extra ondersteuning"
    ),
    Opdracht(
        "Consult aanvragen", "plus", Place("consult", "nieuw"), "nieuw consulent swv startgesprek eenmalig hulpvraag"
    ),
    Opdracht("Leerling toevoegen", "plus", Place("leerlingen", part="nieuw"), "kind nieuw"),
    Opdracht(
        "Niveaus en plannen per groep", "groep", Place("groepsraster"), "groepsraster opp handelingsplan invullen"
    ),
    Opdracht("EDEXML inlezen", "importeer", Place("importeren"), "importeren parnassys esis school bestand"),
    Opdracht(
        "Tabel inlezen", "importeer", Place("tabelimport"), "excel csv lijst ouders gezin niveaus plannen opp plakken"
    ),
    Opdracht("Naar Vandaag", "vandaag", Place("vandaag"), "begin overzicht"),
    Opdracht("Naar Leerlingen", "leerlingen", Place("leerlingen"), "lijst kinderen"),
    Opdracht("Naar Besprekingen", "besprekingen", Place("besprekingen"), "agenda overleg verslag"),
    Opdracht(
        "Naar Gesprekken",
        "gesprekken",
        Place("gesprekken"),
        "jaarplan jaarplanning dekking oudergesprek kindgesprek kalender verslag",
    ),
    Opdracht(
        "Gesprekken per maand",
        "kalender",
        Place("gesprekken", part="maand"),
        "jaarplan jaarplanning kalender vakantie planning",
    ),
    Opdracht(
        "Gesprekken plannen", "kalender", Place("gesprekkenplannen"), "oudergesprekken parro rooster tijden verdelen"
    ),
    Opdracht("Naar Route", "routes", Place("routes"), "ondersteuningsroute bord stations opp mpo rvz swv"),
    Opdracht("Naar Consulten", "consulten", Place("consulten"), "aanvraag consulent swv startgesprek eenmalig"),
    Opdracht("Naar Instellingen", "instellingen", Place("instellingen"), "voorkeuren aanpassen"),
    Opdracht("Vergrendelen", "slot", None, "slot weg pauze", LOCK, "Ctrl+L"),
    Opdracht("Wachtzin wijzigen", "sleutel", Place("instellingen", part="beveiliging"), "wachtwoord herstelcode"),
    Opdracht("Reservekopie maken", "download", Place("instellingen", part="reservekopie"), "backup kopie terugzetten"),
    Opdracht("Gegevens van de school", "school", Place("instellingen", part="school"), "naam regio schooljaar"),
    Opdracht(
        "Vakanties, studiedagen en rapporten",
        "kalender",
        Place("instellingen", part="schooljaar"),
        "schooljaar studiedag rapportdatum vrije dag regio",
    ),
    Opdracht(
        "Gespreksbeleid", "gesprekken", Place("instellingen", part="gespreksbeleid"), "beleid regels welke gesprekken"
    ),
    Opdracht("Nieuw schooljaar voorbereiden", "kalender", Place("jaarovergang"), "jaarovergang zittenblijver groep 8"),
    Opdracht("Medewerkers beheren", "mensen", Place("instellingen", part="medewerkers"), "leerkracht collega team"),
    Opdracht(
        "Contacten beheren",
        "mensen",
        Place("instellingen", part="contacten"),
        "consulent adres telefoon organisatie swv",
    ),
    Opdracht("Mijn gegevens", "mensen", Place("instellingen", part="ik"), "naam functie ib account"),
    Opdracht("Groepen beheren", "groep", Place("instellingen", part="groepen"), "klas combinatiegroep leerkracht"),
    Opdracht("Eigen formulieren", "document", Place("instellingen", part="formulieren"), "a.6 toml vragen"),
    Opdracht("Licht, donker en tekstgrootte", "instellingen", Place("instellingen", part="weergave"), "thema letters"),
    Opdracht("Handleiding", "handleiding", Place("handleiding"), "hulp uitleg help", shortcut="F1"),
    Opdracht("Sneltoetsen", "handleiding", Place("handleiding", part="sneltoetsen"), "toetsenbord"),
    Opdracht("Open de Proefschool", "school", None, "demo voorbeeld oefenen", PROEFSCHOOL),
)


SURE = 4
"""Letters from which the beginning of a task's name means the task; fewer are more often those of a pupil."""


class Rang(IntEnum):
    """How well a task fits what was typed, the best first."""

    GENOEMD = 0
    """Its name begins so: it goes before everybody and everything."""
    BEDOELD = 1
    """The words stand in its name, or are other words for it: it goes after whoever is called so."""
    VERWANT = 2
    """One of its other words only begins so: it goes after what was written about pupils."""


def opdrachten(typed: str, *, demo: bool = False) -> list[Opdracht]:
    """The ones in which each typed word begins a word, the best `rang` first; all when nothing is typed.

    Parameters:
        typed: what the user typed.
        demo: whether this is the Proefschool, which has no lock and no second Proefschool.
    """
    wanted = _words(typed)
    offered = (each for each in OPDRACHTEN if not (demo and each.act in (LOCK, PROEFSCHOOL)))
    fitting = [each for each in offered if _begin(wanted, _words(f"{each.words} {each.also}"))]
    return sorted(fitting, key=lambda each: (rang(each, typed), not _begin(wanted, _words(each.words))))


def rang(opdracht: Opdracht, typed: str) -> Rang:
    """How well a task that fits does so."""
    wanted, name, other = _words(typed), _words(opdracht.words), _words(opdracht.also)
    if len(typed.strip()) >= SURE and " ".join(name).startswith(" ".join(wanted)):
        return Rang.GENOEMD
    if all(word in other or _begin([word], name) for word in wanted):
        return Rang.BEDOELD
    return Rang.VERWANT


def _begin(wanted: list[str], words: list[str]) -> bool:
    """Whether each of the wanted begins one of the words."""
    return all(any(each.startswith(word) for each in words) for word in wanted)


def _words(text: str) -> list[str]:
    plain = "".join(each for each in normalize("NFD", text.casefold()) if not combining(each))
    return plain.replace(",", "").split()
