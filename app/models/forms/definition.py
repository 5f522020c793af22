"""The definition of a form: its sections, fields, columns and options, as read from TOML.

One definition drives the screen, the checks, the archive, the search, the comparison and the Word report. Code finds
what a field means by its role (`rol`), never by its id, so that a school may rename and add fields.
"""

from dataclasses import dataclass
from dataclasses import field as attribute

TEKSTSOORTEN = ("tekst", "regel", "persoon")
"""Kinds of field whose answer is plain text: several lines, one line, the name of a person."""

SOORTEN = ("tekst", "regel", "keuze", "meer", "janee", "datum", "persoon", "rijen", "matrix")
"""All kinds of field."""

KOLOMSOORTEN = ("regel", "tekst", "keuze", "datum", "persoon")
"""Kinds of column in a field of kind `rijen`."""

TONEN = ("goed", "let_op", "slecht", "info")
"""How an option is coloured; the words carry the meaning, the colour only helps."""

MOMENTEN = ("bespreking", "evaluatie", "doorlopend")
"""When a field is filled in: in the meeting, later at the evaluation, or in the meeting and after it as well."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, or one row of a matrix.

    Attributes:
        id: what is stored.
        label: what people read.
        toon: one of `TONEN`, or empty.
        alleen: in a field of kind `meer`: goes together with no other option, as `geen` does.
    """

    id: str
    label: str
    toon: str = ""
    alleen: bool = False


JANEE = (Option("ja", "ja"), Option("nee", "nee"), Option("weet_niet", "weet ik niet"))
"""Options of a field of kind `janee`; the last one is left out where the definition says `weet_niet = false`."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when another field has one of the given answers, and that field is itself shown.

    Attributes:
        veld: the other field, `sectie.veld`.
        is_: ids of options, of which one suffices.
        mits: the condition under which the other field is shown, or None when it always is.
    """

    veld: str
    is_: tuple[str, ...]
    mits: "Condition | None" = None

    def rests_on(self, pad: str) -> bool:
        """Whether the answer at this path, `section.field`, has a say in it."""
        return pad == self.veld or (self.mits is not None and self.mits.rests_on(pad))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a field of kind `rijen` or `matrix`.

    Attributes:
        soort: one of `KOLOMSOORTEN`; always `tekst` in a matrix.
        breedte: width as a share of the whole.
        verplicht: a row in which anything stands must have this at closing.
        rol: what it means within the role of its field, e.g. `wie` of `afspraken`; or empty.
    """

    id: str
    label: str
    soort: str = "tekst"
    opties: tuple[Option, ...] = ()
    breedte: int = 1
    verplicht: bool = False
    rol: str = ""

    def option(self, option_id: object) -> Option | None:
        """The option with this id, or None."""
        return next((each for each in self.opties if each.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    Attributes:
        sectie: id of its section.
        soort: one of `SOORTEN`; it settles the shape of the answer:

            - `tekst`, `regel`, `persoon`: text
            - `keuze`, `janee`: id of an option
            - `meer`: list of ids of options
            - `datum`: `YYYY-MM-DD`
            - `rijen`: list of `{"_id": uuid, column id: cell}`
            - `matrix`: `{row id: {column id: text}}`
        label: the question as people read it.
        kort: a noun for it, where a question would not read well (report, list of what misses); else the label.
        kop: heading above this field, which begins a new block within the section; or empty.
        moment: one of `MOMENTEN`.
        verplicht: required at closing.
        verplicht_als: required at closing when this holds.
        toon_als: shown only when this holds.
        als_gevuld: shown only once it holds something; the program fills it.
        rol: what it means to the code, a key of `roles.ROLES`; or empty.
        verslag: heading under which it begins the IB'er's short report; empty: it stays out.
        overnemen: a new form about the same pupil offers this answer of the last one.
        rijen: the rows of a matrix.
    """

    id: str
    sectie: str
    soort: str
    label: str
    kort: str
    hint: str = ""
    kop: str = ""
    moment: str = "bespreking"
    verplicht: bool = False
    verplicht_als: Condition | None = None
    toon_als: Condition | None = None
    als_gevuld: bool = False
    rol: str = ""
    verslag: str = ""
    overnemen: bool = False
    opties: tuple[Option, ...] = ()
    kolommen: tuple[Column, ...] = ()
    rijen: tuple[Option, ...] = ()

    @property
    def pad(self) -> str:
        """`sectie.veld`, the name under which its answer is written."""
        return f"{self.sectie}.{self.id}"

    @property
    def in_bespreking(self) -> bool:
        """Whether it is asked in the meeting."""
        return self.moment != "evaluatie"

    @property
    def blijft_open(self) -> bool:
        """Whether it can be filled in after vaststellen as well."""
        return self.moment != "bespreking"

    def option(self, option_id: object) -> Option | None:
        """The option with this id, or None."""
        return next((each for each in self.opties if each.id == option_id), None)

    def column(self, rol: str) -> Column | None:
        """The column with this role, or None."""
        return next((each for each in self.kolommen if each.rol == rol), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a form.

    Attributes:
        titel: the whole title.
        kort: a shorter one, for where room is narrow.
        vraag: one line under the title that says what it is about.
        hint: why it is asked; stands beside the fields.
        nvt: whether it may be marked as not applicable.
    """

    id: str
    titel: str
    kort: str
    vraag: str = ""
    hint: str = ""
    nvt: bool = True
    velden: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Verslagkop:
    """The words with which the head of the report says when, and who; an empty word leaves its line out.

    Attributes:
        datum: before the day of the form.
        spreker: before the name of whom the words are; of the IB'er where nobody is named and `auteur` is left out.
        auteur: before the name of the IB'er who makes the report of it.
    """

    datum: str = "Datum"
    spreker: str = "Verslag door"
    auteur: str = ""


VERSLAGKOP_BESPREKING = Verslagkop("Besproken op", "Ingebracht door", "Verslag door")
"""Of form A.6: a teacher brings the pupil in, the IB'er reports (form A.6, section 8)."""


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """A whole form.

    Attributes:
        naam: name of the form, e.g. `leerlingbespreking`.
        versie: counted by whoever changes the definition; a form that was begun keeps its own.
        verslag: the headings of the IB'er's short report, in order.
        verslagkop: the words at its head.
    """

    naam: str
    titel: str
    versie: int
    secties: tuple[Section, ...]
    verslag: tuple[str, ...] = ()
    verslagkop: Verslagkop = Verslagkop()
    _sections: dict[str, Section] = attribute(init=False, repr=False, compare=False)
    _fields: dict[str, tuple[Section, Field]] = attribute(init=False, repr=False, compare=False)
    _roles: dict[str, tuple[tuple[Section, Field], ...]] = attribute(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index once, so that looking up costs the same in a long form as in a short one."""
        pairs = [(section, each) for section in self.secties for each in section.velden]
        roles: dict[str, tuple[tuple[Section, Field], ...]] = {}
        for section, each in pairs:
            if each.rol:
                roles[each.rol] = (*roles.get(each.rol, ()), (section, each))
        object.__setattr__(self, "_sections", {section.id: section for section in self.secties})
        object.__setattr__(self, "_fields", {each.pad: (section, each) for section, each in pairs})
        object.__setattr__(self, "_roles", roles)

    def section(self, section_id: str) -> Section:
        """The section with this id.

        Raises:
            KeyError: the form has no such section.
        """
        return self._sections[section_id]

    def field(self, pad: str) -> Field:
        """The field with this path, `sectie.veld`.

        Raises:
            KeyError: the form has no such field.
        """
        return self._fields[pad][1]

    def has_field(self, pad: str) -> bool:
        """Whether the form has a field with this path, `sectie.veld`."""
        return pad in self._fields

    def fields(self) -> tuple[tuple[Section, Field], ...]:
        """All fields, each with its section, in order."""
        return tuple(self._fields.values())

    def field_by_role(self, rol: str) -> tuple[Section, Field] | None:
        """The first field with this role and its section, or None."""
        found = self._roles.get(rol)
        return found[0] if found else None

    def fields_by_role(self, rol: str) -> tuple[tuple[Section, Field], ...]:
        """All fields with this role, each with its section, in order."""
        return self._roles.get(rol, ())
