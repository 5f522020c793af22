"""Makes a form definition from TOML, and names every mistake with its file, section and field."""

from collections.abc import Iterable

from app.models.forms.definition import (
    JANEE,
    KOLOMSOORTEN,
    MOMENTEN,
    SOORTEN,
    TONEN,
    VERSLAGKOP_BESPREKING,
    Column,
    Condition,
    Field,
    FormDefinition,
    Option,
    Section,
    Verslagkop,
)
from app.models.forms.roles import ROLES
from app.models.forms.toml_table import DefinitionError, Table, parse_toml, quoted, suggestion
from app.models.formuliersoort import LEERLINGBESPREKING

__all__ = ["DefinitionError", "parse_definition"]

_FORM_KEYS = ("naam", "titel", "versie", "verslag", "verslagkop", "sectie")
_KOP_KEYS = ("datum", "spreker", "auteur")
_SECTION_KEYS = ("id", "titel", "kort", "vraag", "hint", "nvt", "veld")
_FIELD_KEYS = (
    *("id", "soort", "label", "kort", "hint", "kop", "moment", "verplicht", "verplicht_als", "toon_als", "als_gevuld"),
    *("rol", "verslag", "overnemen", "opties", "kolom", "rij", "weet_niet"),
)
_ONLY_FOR: dict[str, tuple[str, ...]] = {
    "opties": ("keuze", "meer"),
    "kolom": ("rijen", "matrix"),
    "rij": ("matrix",),
    "weet_niet": ("janee",),
}
_COLUMN_KEYS = ("id", "label", "soort", "opties", "breedte", "verplicht", "rol")
_OPTION_KEYS = ("id", "label", "toon", "alleen")
_MOST_IN_KOP = 30
"""Characters of a word at the head of a report: it stands in a narrow column."""


def parse_definition(text: str, source: str) -> FormDefinition:
    """Read a form definition.

    Parameters:
        text: the TOML.
        source: name of the file, for the sentence when something is wrong.

    Raises:
        DefinitionError: one Dutch sentence: file, section, field, what is wrong and what to do.
    """
    table = parse_toml(text, source)
    table.only(_FORM_KEYS)
    naam = table.identifier("naam")
    titel = table.text("titel", required=True)
    versie = table.number("versie")
    headings = table.texts("verslag")
    kop = _verslagkop(table, naam)
    parser = _Parser(headings)
    secties = tuple(parser.section(each) for each in table.tables("sectie", "sectie", required=True))
    return FormDefinition(naam, titel, versie, secties, headings, kop)


def _verslagkop(table: Table, naam: str) -> Verslagkop:
    """The words at the head of the report; those that a form leaves unsaid fit any form, or form A.6."""
    usual = VERSLAGKOP_BESPREKING if naam == LEERLINGBESPREKING else Verslagkop()
    inner = table.table("verslagkop", "verslagkop")
    if inner is None:
        return usual
    inner.only(_KOP_KEYS)
    words = {key: " ".join(inner.text(key, default=getattr(usual, key)).split()) for key in _KOP_KEYS}
    for key, word in words.items():
        if len(word) > _MOST_IN_KOP:
            raise inner.error(f"{quoted(key)} is te lang", f"gebruik hoogstens {_MOST_IN_KOP} tekens")
    return Verslagkop(**words)


class _Parser:
    """Reads sections in order; a condition can only name a field that was read before, so there are no circles."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        self._headings = headings
        self._fields: dict[str, Field] = {}
        self._sections: set[str] = set()
        self._roles: set[str] = set()

    def section(self, table: Table) -> Section:
        section_id = table.identifier()
        table.rename(f"sectie {quoted(section_id)}")
        if section_id in self._sections:
            raise table.error("deze sectie staat er twee keer", "geef haar een eigen id")
        self._sections.add(section_id)
        table.only(_SECTION_KEYS)
        titel = table.text("titel", required=True)
        kort, vraag, hint = table.text("kort", default=titel), table.text("vraag"), table.text("hint")
        nvt = table.flag("nvt", default=True)
        velden = tuple(self._field(each, section_id) for each in table.tables("veld", "veld", required=True))
        return Section(section_id, titel, kort, vraag, hint, nvt, velden)

    def _field(self, table: Table, section_id: str) -> Field:
        field_id = table.identifier()
        table.rename(f"veld {quoted(field_id)}")
        if f"{section_id}.{field_id}" in self._fields:
            raise table.error("dit veld staat er twee keer", "geef het een eigen id")
        table.only(_FIELD_KEYS)
        soort = table.one_of("soort", SOORTEN, required=True)
        for key, soorten in _ONLY_FOR.items():
            if soort not in soorten:
                table.refuse(key, f"bij soort {quoted(soort)}")
        label = table.text("label", required=True)
        field = Field(
            id=field_id,
            sectie=section_id,
            soort=soort,
            label=label,
            kort=table.text("kort", default=label),
            hint=table.text("hint"),
            kop=table.text("kop"),
            moment=table.one_of("moment", MOMENTEN, default=MOMENTEN[0]),
            verplicht=table.flag("verplicht"),
            verplicht_als=self._condition(table, "verplicht_als"),
            toon_als=self._condition(table, "toon_als"),
            als_gevuld=table.flag("als_gevuld"),
            rol=table.one_of("rol", ROLES),
            verslag=table.one_of("verslag", self._headings),
            overnemen=table.flag("overnemen"),
            opties=_field_options(table, soort),
            kolommen=_columns(table, soort),
            rijen=_options(table, "rij") if soort == "matrix" else (),
        )
        self._check_role(table, field)
        self._fields[field.pad] = field
        return field

    def _condition(self, table: Table, key: str) -> Condition | None:
        inner = table.table(key, key)
        if inner is None:
            return None
        inner.only(("veld", "is"))
        pad = inner.text("veld", required=True)
        other = self._fields.get(pad)
        if other is None:
            raise inner.error(
                f"het veld {quoted(pad)} staat er niet of pas verderop",
                "noem een veld dat eerder in het formulier staat, als sectie.veld",
            )
        if not other.opties:
            raise inner.error(f"bij {quoted(pad)} valt niets te kiezen", "noem een veld van soort keuze, meer of janee")
        known = tuple(each.id for each in other.opties)
        values = inner.texts("is", required=True)
        for value in values:
            if value not in known:
                raise inner.error(f"{quoted(pad)} kent het antwoord {quoted(value)} niet", suggestion(value, known))
        return Condition(pad, values, other.toon_als)

    def _check_role(self, table: Table, field: Field) -> None:
        if not field.rol:
            for column in field.kolommen:
                if column.rol:
                    raise table.error(
                        f"kolom {quoted(column.id)} heeft een rol, maar het veld niet", "geef ook het veld een rol"
                    )
            return
        role = ROLES[field.rol]
        if field.soort not in role.soorten:
            raise table.error(
                f"rol {quoted(field.rol)} past niet bij soort {quoted(field.soort)}",
                f"kies soort {' of '.join(role.soorten)}",
            )
        if field.rol in self._roles and not role.vaak:
            raise table.error(f"rol {quoted(field.rol)} heeft al een ander veld", "geef de rol aan één veld")
        for option in role.opties:
            if field.option(option) is None:
                raise table.error(f"optie {quoted(option)} ontbreekt", f"rol {quoted(field.rol)} heeft die nodig")
        self._roles.add(field.rol)
        _check_column_roles(table, field)


def _check_column_roles(table: Table, field: Field) -> None:
    role = ROLES[field.rol]
    possible = (*role.kolommen, *role.kan)
    given = [column.rol for column in field.kolommen if column.rol]
    _refuse_doubles(table, "rol van een kolom", given)
    for rol in given:
        if rol not in possible:
            advice = suggestion(rol, possible) if possible else "haal hem weg"
            raise table.error(f"kolomrol {quoted(rol)} hoort niet bij rol {quoted(field.rol)}", advice)
    for rol, options in role.kolommen.items():
        column = field.column(rol)
        if column is None:
            raise table.error(f"er is geen kolom met rol {quoted(rol)}", "geef een kolom die rol")
        for option in options:
            if column.option(option) is None:
                raise table.error(f"kolom {quoted(column.id)} mist optie {quoted(option)}", "voeg die optie toe")


def _field_options(table: Table, soort: str) -> tuple[Option, ...]:
    if soort == "janee":
        return JANEE if table.flag("weet_niet", default=True) else JANEE[:2]
    return _options(table, "opties", alleen=soort == "meer") if soort in ("keuze", "meer") else ()


def _options(table: Table, key: str, *, alleen: bool = False) -> tuple[Option, ...]:
    keys = _OPTION_KEYS if alleen else _OPTION_KEYS[:-1]
    options = []
    what = "optie" if key == "opties" else key
    for each in table.tables(key, what, required=True):
        each.only(keys)
        option_id = each.identifier()
        label = each.text("label", required=True)
        options.append(Option(option_id, label, each.one_of("toon", TONEN), each.flag("alleen")))
    _refuse_doubles(table, what, (each.id for each in options))
    return tuple(options)


def _columns(table: Table, soort: str) -> tuple[Column, ...]:
    if soort not in ("rijen", "matrix"):
        return ()
    columns = []
    for each in table.tables("kolom", "kolom", required=True):
        columns.append(_column(each, _COLUMN_KEYS if soort == "rijen" else ("id", "label")))
    _refuse_doubles(table, "kolom", (each.id for each in columns))
    return tuple(columns)


def _column(table: Table, keys: tuple[str, ...]) -> Column:
    column_id = table.identifier()
    table.rename(f"kolom {quoted(column_id)}")
    table.only(keys)
    soort = table.one_of("soort", KOLOMSOORTEN, default="tekst")
    if soort != "keuze":
        table.refuse("opties", f"bij soort {quoted(soort)}")
    return Column(
        id=column_id,
        label=table.text("label", required=True),
        soort=soort,
        opties=_options(table, "opties") if soort == "keuze" else (),
        breedte=table.number("breedte", default=1, most=100),
        verplicht=table.flag("verplicht"),
        rol=table.text("rol"),
    )


def _refuse_doubles(table: Table, what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise table.error(f"{what} {quoted(each)} staat er twee keer", "geef elk een eigen id")
        seen.add(each)
