"""Reads the shipped holidays of a school year, and names every mistake with its place."""

from datetime import date

from app.models.forms.toml_table import Table, parse_toml, quoted
from app.models.kalender import Vakanties
from app.models.school import REGIOS


def parse_vakanties(text: str, source: str) -> Vakanties:
    """Read the holidays of one school year.

    Parameters:
        text: the TOML.
        source: name of the file, for the sentence when something is wrong.

    Raises:
        DefinitionError: one Dutch sentence: file, place, what to do.
    """
    table = parse_toml(text, source)
    table.only(("schooljaar", "eerste_dag", "vakantie"))
    first = table.table("eerste_dag", "eerste_dag")
    if first is None:
        raise table.error("‘eerste_dag’ ontbreekt", "noem van elke regio de eerste schooldag")
    return Vakanties(
        table.text("schooljaar", required=True),
        {regio: first.day(regio) for regio in REGIOS},
        tuple(_vakantie(each) for each in table.tables("vakantie", "vakantie", required=True)),
    )


def _vakantie(table: Table) -> tuple[str, str, dict[str, tuple[date, date]]]:
    key = table.identifier()
    table.rename(f"vakantie {quoted(key)}")
    table.only(("id", "titel", *REGIOS))
    return key, table.text("titel", required=True), {regio: table.period(regio) for regio in REGIOS}
