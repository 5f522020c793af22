"""What one can ask of the program by name, in the palette."""

from dataclasses import dataclass
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
    Opdracht("EDEXML inlezen", "importeer", Place("importeren"), "importeren parnassys esis school bestand"),
    Opdracht(
        "Tabel inlezen", "importeer", Place("tabelimport"), "excel csv lijst ouders gezin niveaus plannen opp plakken"
    ),
    Opdracht(
        "Niveaus en plannen per groep", "groep", Place("groepsraster"), "groepsraster opp handelingsplan invullen"
    ),
    Opdracht("Naar Vandaag", "vandaag", Place("vandaag"), "begin overzicht"),
    Opdracht("Naar Leerlingen", "leerlingen", Place("leerlingen"), "lijst kinderen"),
    Opdracht("Naar Besprekingen", "besprekingen", Place("besprekingen"), "agenda overleg"),
    Opdracht(
        "Naar Gesprekken", "gesprekken", Place("gesprekken"), "jaarplan dekking oudergesprek kindgesprek kalender"
    ),
    Opdracht(
        "Gesprekken per maand", "kalender", Place("gesprekken", part="maand"), "jaarplan kalender vakantie planning"
    ),
    Opdracht(
        "Gesprekken plannen", "kalender", Place("gesprekkenplannen"), "oudergesprekken parro rooster tijden verdelen"
    ),
    Opdracht("Naar Route", "routes", Place("routes"), "ondersteuningsroute bord stations mpo rvz swv"),
    Opdracht("Naar Consulten", "consulten", Place("consulten"), "aanvraag consulent swv startgesprek eenmalig"),
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
    Opdracht("Groepen beheren", "groep", Place("instellingen", part="groepen"), "klas combinatiegroep leerkracht"),
    Opdracht("Eigen formulieren", "document", Place("instellingen", part="formulieren"), "a.6 toml vragen"),
    Opdracht("Licht, donker en tekstgrootte", "instellingen", Place("instellingen", part="weergave"), "thema letters"),
    Opdracht("Handleiding", "handleiding", Place("handleiding"), "hulp uitleg help", shortcut="F1"),
    Opdracht("Sneltoetsen", "handleiding", Place("handleiding", part="sneltoetsen"), "toetsenbord"),
    Opdracht("Open de Proefschool", "school", None, "demo voorbeeld oefenen", PROEFSCHOOL),
)


def opdrachten(typed: str, *, demo: bool = False) -> list[Opdracht]:
    """The ones in which each typed word begins a word, those that are called so first; all when nothing is typed.

    Parameters:
        typed: what the user typed.
        demo: whether this is the Proefschool, which has no lock and no second Proefschool.
    """
    wanted = _plain(typed).split()
    offered = (each for each in OPDRACHTEN if not (demo and each.act in (LOCK, PROEFSCHOOL)))
    fitting = [each for each in offered if _fits(wanted, f"{each.words} {each.also}")]
    return sorted(fitting, key=lambda each: not _fits(wanted, each.words))


def _fits(wanted: list[str], words: str) -> bool:
    inside = _plain(words).replace(",", "").split()
    return all(any(each.startswith(word) for each in inside) for word in wanted)


def _plain(text: str) -> str:
    return "".join(each for each in normalize("NFD", text.casefold()) if not combining(each))
