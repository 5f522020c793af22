"""Substitutions: in order, and without what is over."""

from datetime import date
from pathlib import Path

import pytest

from app.models.school import Groep, Medewerker, Vervanging
from app.storage.archive import Archive
from app.storage.vervangingen import lopend_of_komend, vervangingen

TODAY = date(2026, 11, 23)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Groep(id="g5", naam="5"),
        Groep(id="g6", naam="6"),
        Medewerker(id="f", roepnaam="Fleur"),
        Vervanging(id="komt", groep="g5", medewerker="f", van=date(2027, 1, 4)),
        Vervanging(id="loopt", groep="g6", medewerker="f", van=date(2026, 11, 2), tot=TODAY),
        Vervanging(id="voorbij", groep="g5", medewerker="f", van=date(2026, 9, 1), tot=date(2026, 11, 22)),
        Vervanging(id="weg", groep="g5", medewerker="f", van=TODAY, verwijderd_op="2026-11-01T10:00:00+00:00"),
    ):
        archive.add(record, "Anna")
    yield archive
    archive.close()


def test_all_of_them_or_of_one_group_the_earliest_first(archive: Archive):
    assert [each.id for each in vervangingen(archive)] == ["voorbij", "loopt", "komt"]
    assert [each.id for each in vervangingen(archive, "g5")] == ["voorbij", "komt"]


def test_what_is_over_is_left_out_and_the_last_day_still_counts(archive: Archive):
    assert [each.id for each in lopend_of_komend(archive, TODAY)] == ["loopt", "komt"]
