"""A table of contacts: which column holds what, who is new and who is known already.

A contact is known by name, and where the table or the list says both, by e-mail or organisation too. An empty cell
changes nothing, and two rows of one table that contradict each other are two people; so bringing in the same table
again changes nothing either.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.models.contact import CONTACTROLLEN, Contact
from app.models.ids import new_id
from app.models.leerling_invoer import klacht_email
from app.models.tabelimport.koppen import kaal
from app.models.tabelimport.tabel import Tabel

KOLOMMEN: Mapping[str, tuple[str, ...]] = {
    "naam": ("naam", "contact", "contactpersoon", "volledige naam", "naam contact"),
    "rol": ("rol", "functie", "soort", "taak"),
    "organisatie": ("organisatie", "school", "bureau", "instelling", "bedrijf", "praktijk"),
    "bestuur": ("bestuur", "schoolbestuur", "stichting"),
    "deelverband": ("deelverband", "regio"),
    "telefoon": ("telefoon", "telefoonnummer", "tel", "mobiel", "gsm"),
    "email": ("e mail", "email", "mail", "e mailadres", "emailadres", "mailadres"),
    "opmerking": ("opmerking", "opmerkingen", "bijzonderheden"),
}
"""Field of a contact -> headings by which its column is known, without capitals and signs."""

NIEUW, GEWIJZIGD, GELIJK, FOUT = "nieuw", "gewijzigd", "gelijk", "fout"

_ROLLEN: Mapping[str, tuple[str, ...]] = {
    "ib": ("ib", "iber", "ib er", "interne begeleider", "kwaliteitscoordinator"),
    "directeur": ("schoolleider", "directie"),
    "rvz": ("rvz", "regievoerder", "zorgplicht"),
    "coordinator": ("coordinator", "coordinator van het deelverband"),
    "swv": ("swv", "samenwerkingsverband", "management swv"),
    "beleid": ("beleidsmedewerker", "beleidsmedewerker swv"),
    "consulent": ("consulent", "consulent po", "begeleider passend onderwijs"),
    "kernpartner": ("ggd", "jeugdarts", "wijkteam", "jeugdhulp", "maatschappelijk werk", "jeugdconsulent"),
    "leerplicht": ("leerplicht", "leerplichtconsulent"),
    "deskundige": (
        *("orthopedagoog", "psycholoog", "gz psycholoog", "logopedist", "fysiotherapeut", "ergotherapeut"),
        *("dyslexiebehandelaar", "orthopedagoog gz psycholoog"),
    ),
    "overig": ("overig", "overige"),
}
_ROL_VAN = {kaal(woord): rol for rol, woorden in _ROLLEN.items() for woord in woorden} | {
    kaal(woord): rol for rol, label in CONTACTROLLEN.items() for woord in (rol, label)
}


class GeenNamen(Exception):
    """No column holds names; its str says what to do."""

    def __init__(self) -> None:
        super().__init__(
            "In deze tabel staat geen kolom met namen: zet boven de kolommen wat erin staat, zoals "
            "naam, rol, organisatie, bestuur, deelverband, telefoon en e-mail."
        )


@dataclass(frozen=True, slots=True)
class Contactrij:
    """What becomes of one row.

    Attributes:
        regel: its line in the table.
        soort: `NIEUW`, `GEWIJZIGD`, `GELIJK` or `FOUT`.
        contact: as it would be afterwards.
        tekst: what happens, or what is wrong, in words.
        waarden: what is to be written; empty when there is nothing.
    """

    regel: int
    soort: str
    contact: Contact
    tekst: str
    waarden: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The contact it is about."""
        return self.contact.id


def is_kop(text: str) -> bool:
    """Whether a cell is a heading that people use above contacts."""
    return any(kaal(text) in headings for headings in KOLOMMEN.values())


def werk_uit(tabel: Tabel, bekend: Sequence[Contact]) -> tuple[Contactrij, ...]:
    """Work a table out.

    Parameters:
        bekend: all contacts that there are, archived ones too.

    Raises:
        GeenNamen: no column holds names.
    """
    places = _places(tabel)
    if "naam" not in places:
        raise GeenNamen
    stand = {each.id: each for each in bekend}
    seen: set[str] = set()
    rows = []
    for line, cells in zip(tabel.regels, tabel.rijen, strict=True):
        said = {name: cells[place].strip() for name, place in places.items()}
        row = _row(line, said, stand.values(), seen)
        if row.soort != FOUT:
            stand[row.id] = row.contact
            seen.add(row.id)
        rows.append(row)
    return tuple(rows)


def _places(tabel: Tabel) -> dict[str, int]:
    """Which column holds what; of two that say the same the first."""
    found: dict[str, int] = {}
    for place, heading in enumerate(tabel.kop):
        name = next((each for each, headings in KOLOMMEN.items() if kaal(heading) in headings), None)
        if name is not None:
            found.setdefault(name, place)
    return found


def _row(line: int, cells: dict[str, str], stand: Iterable[Contact], seen: Container[str]) -> Contactrij:
    """What becomes of one row; `seen` are the ids of the contacts that earlier rows are about."""
    if not cells["naam"]:
        return Contactrij(line, FOUT, Contact(id=new_id()), "De naam ontbreekt")
    if klacht_email(cells.get("email", "")):
        words = f"‘{cells['email']}’ is geen e-mailadres: vul het adres in, of maak de cel leeg"
        return Contactrij(line, FOUT, Contact(id=new_id(), naam=cells["naam"]), words)
    told, remark = _told(cells)
    known = _known(told, stand, seen)
    if known is None:
        made = Contact(id=new_id(), **told)
        return Contactrij(line, NIEUW, made, remark or "Komt in de lijst", told)
    # What was chosen or noted by hand is worth more than a word of a table that says nothing definite.
    if told.get("rol") == "overig":
        told.pop("rol")
    if known.opmerking:
        told.pop("opmerking", None)
    changed = {name: value for name, value in told.items() if getattr(known, name) != value}
    if not changed:
        return Contactrij(line, GELIJK, known, "Staat er al zo in")
    words = ", ".join("e-mail" if name == "email" else name for name in changed)
    return Contactrij(line, GEWIJZIGD, replace(known, **changed), f"Anders: {words}", changed)


def _told(cells: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """What the cells say, without the empty ones, and what is to be said about them."""
    told = {name: value for name, value in cells.items() if value}
    word = told.pop("rol", "")
    if not word:
        return told, ""
    told["rol"] = _ROL_VAN.get(kaal(word), "overig")
    if kaal(word) in _ROL_VAN:
        return told, ""
    told["opmerking"] = "; ".join(part for part in (word, told.get("opmerking", "")) if part)
    return told, f"Rol ‘{word}’ is onbekend: wordt ‘anders’, met het woord als opmerking"


def _known(told: Mapping[str, str], stand: Iterable[Contact], seen: Container[str]) -> Contact | None:
    """The contact of this name, unless both e-mail and organisation, or an earlier row, tell that it is a namesake."""
    same = [each for each in stand if kaal(each.naam) == kaal(told["naam"])]
    ranked = [(_likeness(told, each), _equal(told, each), each) for each in same if _fits(told, each, seen)]
    best = max(ranked, key=lambda found: found[:2], default=None)
    return best[2] if best is not None and best[0] >= 0 else None


def _fits(told: Mapping[str, str], each: Contact, seen: Container[str]) -> bool:
    """What an earlier row said is only added to, never changed."""
    kept = {name: getattr(each, name) for name in told if name not in ("naam", "opmerking")}
    unknown = ("", "overig")
    return each.id not in seen or all(
        said in unknown or told[name] in unknown or kaal(said) == kaal(told[name]) for name, said in kept.items()
    )


def _equal(told: Mapping[str, str], each: Contact) -> int:
    return sum(getattr(each, name) == value for name, value in told.items())


def _likeness(told: Mapping[str, str], each: Contact) -> int:
    """How many of e-mail and organisation agree; below zero when one differs and none agrees."""
    pairs = [(told.get(name, ""), getattr(each, name)) for name in ("email", "organisatie")]
    both = [kaal(ours) == kaal(theirs) for ours, theirs in pairs if ours and theirs]
    return both.count(True) if True in both or not both else -1
