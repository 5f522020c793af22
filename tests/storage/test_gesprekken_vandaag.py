"""Conversations on the first page: a group on a day counts as one line, a conversation by itself has its own."""

from datetime import date

from app.models.gesprek import Gesprek
from app.models.gespreksregels import Verwacht
from app.storage import gesprekken
from app.storage.archive import Archive
from app.storage.gesprekken_vandaag import gesprekken_nu
from tests.storage.test_gesprekken import ANNA, MONDAY, YEAR, archive, plan

__all__ = ["archive"]


def test_a_group_on_a_day_is_one_line_and_a_conversation_by_itself_another(archive: Archive):
    year = plan(archive)
    for who, time in (("ali", "13:10"), ("noor", "13:00")):
        made = gesprekken.nieuw(archive, year, year.moment("start"), Verwacht(who), MONDAY)
        archive.add(made, ANNA)
        archive.write("gesprek", made.id, {"tijd": time}, ANNA)
    alone, _ = gesprekken.overig(
        archive, Gesprek(leerling="bo", datum=date(2026, 9, 10), tijd="15:00", aanleiding="zorgen"), MONDAY, ANNA
    )
    found = gesprekken_nu(archive, MONDAY).komend
    assert [(each.id, each.titel, each.over, each.tijd, each.aantal) for each in found] == [
        (alone, "Bo Berg", "zorgen", "15:00", 1),
        ("", "4/5", "startgesprekken", "13:00", 2),
    ]
    assert (found[1].moment, found[1].groep) == ("start", "g45")


def test_what_was_called_off_or_lies_far_ahead_is_not_there(archive: Archive):
    for day, state in ((MONDAY, "afgezegd"), (date(2026, 10, 30), "gepland")):
        gesprekken.overig(archive, Gesprek(leerling="bo", datum=day, staat=state), MONDAY, ANNA)
    assert gesprekken_nu(archive, MONDAY).komend == ()


def test_it_counts_what_is_overdue(archive: Archive):
    year = plan(archive)
    gesprekken.vink_af(
        archive, year, year.moment("start"), [Verwacht("ali")], MONDAY, verslag_elders=False, author=ANNA
    )
    assert year.schooljaar == YEAR
    assert gesprekken_nu(archive, MONDAY).te_laat == 2  # the planners of both groups
    assert gesprekken_nu(archive, date(2026, 9, 21)).te_laat == 4  # a report, the pupils left of both groups, the OPP
