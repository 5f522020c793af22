"""One moment of the year: what it is, what came of it, and other days for it."""

from datetime import date

from PySide6.QtCore import Qt

from app.models.gesprek import Momentkeuze
from app.models.ids import derived_id
from app.ui.gesprekken.legenda import MomentLink
from app.ui.gesprekken.moment import MomentDialog
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Text
from tests.ui.gesprekken.school import JAAR, Scherm


def link(scherm: Scherm, words: str) -> MomentLink:
    found = scherm.view.year_card.legend.findChildren(MomentLink)
    return next(each for each in found if words in each.accessibleName())


def words(dialog: MomentDialog) -> str:
    texts = [each.text() for each in dialog.findChildren(Text) if each.isVisible()]
    return " | ".join(texts + [each.accessibleName() for each in dialog.findChildren(Chip)])


def keuze(scherm: Scherm, moment: str) -> Momentkeuze | None:
    return scherm.get(Momentkeuze, derived_id(JAAR, moment))


def fill_days(dialog: MomentDialog, van: str, tot: str, reden: str = "") -> None:
    dialog.choose.click()
    dialog.van.set_value(van)
    dialog.tot.set_value(tot)
    dialog.reden.set_value(reden)
    dialog.accept_button.click()


def test_the_legend_tells_of_a_moment_when_why_and_with_whom(scherm, answer):
    seen: list[str] = []
    answer(lambda dialog: seen.append(words(dialog)))
    link(scherm, "Start").click()
    scherm.settle()
    for told in ("Ma 7 t/m vr 11 september", "Tweede schoolweek, regio Midden", "Alle groepen", "vanaf niveau 3"):
        assert told in seen[0]
    assert "13 verwacht · 12 van 12 verslagen op tijd" in seen[0]
    assert "12 gehouden" in seen[0]
    assert "1 nog te plannen" in seen[0]


def test_figures_name_the_reports_that_are_late(scherm, answer):
    seen: list[str] = []
    answer(lambda dialog: seen.append(words(dialog)))
    scherm.view.coverage.horizontalHeader().sectionClicked.emit(1)
    scherm.settle()
    assert "12 verwacht · 4 van 8 verslagen op tijd · 4 te laat" in seen[0]


def test_check_and_act_are_kept_while_they_are_typed(scherm, answer):
    def person(dialog):
        dialog.check.setFocus()
        scherm.qtbot.keyClicks(dialog.check, "Fijn begin")
        scherm.qtbot.keyClick(dialog.check, Qt.Key.Key_Tab)
        dialog.act.insertPlainText("Zo doorgaan")
        dialog.accept_button.click()

    answer(person)
    link(scherm, "Start").click()
    scherm.settle()
    kept = keuze(scherm, "start")
    assert kept is not None
    assert (kept.check_notitie, kept.act_notitie) == ("Fijn begin", "Zo doorgaan")
    assert scherm.view.found.plan.moment("start").van == date(2026, 9, 7)  # a note moves no days


def test_other_days_hold_at_once_and_can_be_taken_back(scherm, answer):
    answer(lambda dialog: fill_days(dialog, "2026-11-23", "2026-11-27", "studiedag"))
    link(scherm, "Kind okt").click()
    scherm.settle()
    moment = scherm.view.found.plan.moment("kind_okt")
    assert (moment.van, moment.tot, moment.reden) == (
        date(2026, 11, 23), date(2026, 11, 27), "gekozen door de school: studiedag"
    )  # fmt: skip
    assert link(scherm, "Kind okt").accessibleName() == "Kind okt · 23–27 nov"
    scherm.view.undo.button.click()
    scherm.settle()
    assert scherm.view.found.plan.moment("kind_okt").van == date(2026, 10, 1)


def test_days_that_cannot_be_are_refused_in_a_sentence(scherm, answer):
    told: list[str] = []

    def person(dialog):
        for days in (("2026-11-27", "2026-11-23"), ("2026-12-24", "2026-12-28"), ("2026-11-23", "")):
            fill_days(dialog, *days)
            assert dialog.isVisible()
            told.append(dialog._until.error())
        dialog.cancel_button.click()

    answer(person)
    link(scherm, "Kind okt").click()
    scherm.settle()
    assert "kies een latere dag" in told[0]
    assert "geen school" in told[1]
    assert "Kies de laatste dag" in told[2]
    assert keuze(scherm, "kind_okt") is None


def test_a_moment_is_skipped_with_a_reason_and_put_back(scherm, answer):
    def skip(dialog):
        dialog.skip.click()
        dialog.reden.set_value("verbouwing")
        dialog.accept_button.click()

    answer(skip)
    link(scherm, "Rapport jul").click()
    scherm.settle()
    assert scherm.view.found.plan.moment("rapport_jul") is None
    gone = link(scherm, "Rapport jul")
    assert gone.accessibleName() == "Rapport jul · vervalt"
    seen: list[str] = []

    def put_back(dialog):
        seen.append(words(dialog))
        dialog.restore.click()

    answer(put_back)
    gone.click()
    scherm.settle()
    assert "vervalt in 2026–2027" in seen[0]
    assert "verbouwing" in seen[0]
    assert scherm.view.found.plan.moment("rapport_jul") is not None
