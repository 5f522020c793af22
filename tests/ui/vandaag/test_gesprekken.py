"""The lines about conversations on the first page."""

from datetime import date

import pytest

from app.storage.gesprekken_vandaag import KomendGesprek
from app.ui.vandaag.gesprekken import komend_line
from app.ui.widgets.labels import Text

TODAY = date(2026, 9, 7)


@pytest.mark.parametrize(("naam", "shown"), [("1/2 A", "Groep 1/2 A"), ("de Bevers", "De Bevers")])
def test_a_group_keeps_the_letters_of_its_name(qtbot, naam: str, shown: str):
    together = KomendGesprek("", naam, "startgesprekken", TODAY, "13:00", 12, "start", "g")
    line = komend_line(together, TODAY, print)
    qtbot.addWidget(line)
    assert shown in [each.text() for each in line.findChildren(Text)]
