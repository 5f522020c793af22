"""A dossier: what it shows, what one does in it, and that everything can be taken back."""

from datetime import timedelta

from app.models.bespreking import Afspraak, Formulier, Werkaantekening
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan
from app.storage import consulten, formulieren
from app.storage.definities import load_definition
from app.ui.leerlingen.dialogen import AantekeningDialog, AfspraakDialog, NiveauDialog, ResultaatDialog
from app.ui.leerlingen.dossier import DossierView
from app.ui.leerlingen.gezin_dialoog import GezinDialog
from app.ui.leerlingen.ouder_dialoog import OuderDialog
from app.ui.leerlingen.plan_dialoog import PlanDialog
from app.ui.place import Place
from app.ui.widgets.buttons import IconButton, Link
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Text
from tests.ui.leerlingen.scherm import IB, TODAY

NOOR = Place("leerling", "noor")


def texts(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(Text) if each.isVisible() and each.text()]


def press(widget, name: str) -> None:
    """Press the button or link with that spoken name."""
    found = [each for kind in (IconButton, Link) for each in widget.findChildren(kind)]
    next(each for each in found if each.accessibleName() == name and each.isVisible()).click()


def answer(monkeypatch, dialog, fill) -> None:
    """Let a dialog be filled in instead of waiting for a person."""

    def ask(cls, *args, **kwargs):
        made = cls(*args, **kwargs)
        fill(made)
        assert made.complaint() == ""
        return made.answer()

    monkeypatch.setattr(dialog, "ask", classmethod(ask))


def take_back(screen) -> None:
    assert screen.view.bar.isVisible()
    screen.view.bar.button.click()
    screen.settle()


def begin_form(archive, day, *, close: bool = True) -> str:
    form = formulieren.begin(
        archive, formulieren.Begin(load_definition("leerlingbespreking", None), "noor", day, IB), IB
    )
    if close:
        formulieren.vaststellen(archive, form, IB)
    return form


def test_the_head_says_who_it_is(open_view):
    screen = open_view(DossierView, NOOR)
    assert screen.view.head.name.text() == "Noor van den Berg"
    assert screen.view.head.about.text() == "groep 5 bij Joke Smit · ouders: Mirjam Berg"
    assert screen.view.title == "Dossier"


def test_nothing_of_another_child_stays_while_the_next_is_read(open_view):
    screen = open_view(DossierView, NOOR)
    screen.view.show_place(Place("leerling", "zoe"))
    assert not screen.view.content.isVisible()
    screen.settle()
    assert screen.view.head.name.text() == "Zoë Dijk"
    screen.show(Place("leerling", "wie"))
    assert screen.view.missing.isVisible() and not screen.view.content.isVisible()


def test_a_bespreking_begins_now_and_goes_on_where_it_was(open_view):
    screen = open_view(DossierView, NOOR)
    screen.view.head.begin.click()
    screen.settle()
    (form,) = screen.all(Formulier, leerling="noor")
    assert form.spreker == "Joke Smit"
    assert screen.went == [Place("bespreekmodus", form.id)]
    assert screen.view.head.begin.text() == "Verder met de bespreking"
    screen.view.head.begin.click()
    assert screen.went[-1] == Place("bespreekmodus", form.id)
    assert len(screen.all(Formulier)) == 1


def test_a_wrong_definition_of_the_school_is_told_and_nothing_begins(open_view, folder):
    (folder / "formulieren").mkdir()
    (folder / "formulieren" / "leerlingbespreking.toml").write_text("naam = 3", "utf-8")
    screen = open_view(DossierView, NOOR)
    screen.view.head.begin.click()
    screen.settle()
    assert screen.view.refusal.isVisible() and "leerlingbespreking.toml" in screen.view.refusal.text.text()
    assert screen.all(Formulier) == []


def test_the_timeline_leads_to_form_report_and_evaluation(open_view):
    screen = open_view(DossierView)
    form = screen.ask(lambda archive: begin_form(archive, TODAY - timedelta(9)))
    due = Afspraak(leerling="noor", formulier=form, soort="evaluatie", wat="Evaluatie", voor=TODAY + timedelta(5))
    screen.ask(lambda archive: archive.add(due, IB))
    screen.show(NOOR)
    press(screen.view.timeline, "Leerlingbespreking")
    press(screen.view.timeline, "Verslag van Leerlingbespreking")
    press(screen.view.timeline, "Evaluatie")
    press(screen.view.agreements, "Evalueren")
    screen.settle()
    evaluation = Place("formulier", form, "evaluatie")
    assert screen.went == [Place("formulier", form), Place("verslag", form), evaluation, evaluation]


def test_older_events_come_when_asked(open_view):
    screen = open_view(DossierView)

    def fill(archive):
        with archive.batch():
            for number in range(2000):
                ended = (TODAY - timedelta(number + 1)).isoformat()
                archive.add(Afspraak(leerling="noor", wat=str(number), staat="gedaan", afgerond_op=ended), IB)

    screen.ask(fill)
    screen.show(NOOR)
    assert (screen.view.timeline.shown(), screen.view.timeline.more.isVisible()) == (20, True)
    screen.view.timeline.more.click()
    screen.settle()
    assert screen.view.timeline.shown() == 60


def test_an_agreement_is_ticked_told_about_and_taken_back(open_view, monkeypatch):
    screen = open_view(DossierView, NOOR)
    answer(monkeypatch, AfspraakDialog, lambda dialog: dialog.wat.set_value("Leestekst thuis"))
    press(screen.view.agreements, "Afspraak toevoegen")
    screen.settle()
    (afspraak,) = screen.all(Afspraak)
    screen.view.agreements.findChildren(CheckBox)[-1].click()
    screen.settle()
    assert screen.get(Afspraak, afspraak.id).staat == "gedaan"
    take_back(screen)
    assert screen.get(Afspraak, afspraak.id).staat == "open"

    def lapse(dialog) -> None:
        dialog.staat.set_value("vervallen")
        dialog.resultaat.set_value("Moeder heeft geen tijd.")

    answer(monkeypatch, ResultaatDialog, lapse)
    press(screen.view.agreements, "Resultaat van: Leestekst thuis")
    screen.settle()
    assert screen.get(Afspraak, afspraak.id).staat == "vervallen"
    assert "Moeder heeft geen tijd." in texts(screen.view.agreements)


def test_a_parent_of_a_brother_is_found_and_shared(open_view, monkeypatch):
    screen = open_view(DossierView, Place("leerling", "sem"))

    def choose(dialog) -> None:
        screen.qtbot.keyClicks(dialog.naam, "mir")
        screen.qtbot.wait(250)
        screen.settle()
        dialog.known.people.findChildren(type(dialog.accept_button))[0].click()
        screen.settle()
        assert dialog.telefoon.value() == "06 12345678"
        assert "Noor" in dialog.shared.title.text()
        dialog.telefoon.set_value("06 99999999")

    answer(monkeypatch, OuderDialog, choose)
    press(screen.view.parents, "Ouder of verzorger toevoegen")
    screen.settle()
    assert [each.telefoon for each in screen.all(Ouder)] == ["06 99999999"]
    assert len(screen.all(Ouderschap)) == 2
    press(screen.view.parents, "Mirjam Berg weghalen bij dit kind")
    screen.settle()
    assert len(screen.all(Ouderschap)) == 1
    take_back(screen)
    assert len(screen.all(Ouderschap)) == 2


def test_brothers_and_sisters_are_linked_and_let_go(open_view, monkeypatch):
    screen = open_view(DossierView, NOOR)

    def choose(dialog) -> None:
        screen.settle()
        assert [row["naam"] for row in dialog.finder.table.rows()] == ["Sem van den Berg"]

    answer(monkeypatch, GezinDialog, choose)
    press(screen.view.family, "Broer of zus koppelen")
    screen.settle()
    press(screen.view.family, "Sem van den Berg")
    assert screen.went == [Place("leerling", "sem")]
    press(screen.view.family, "Dit kind losmaken van het gezin")
    screen.settle()
    assert screen.get(Leerling, "noor").gezin is None


def test_levels_have_a_history(open_view, monkeypatch):
    screen = open_view(DossierView, NOOR)

    def fill(dialog) -> None:
        assert dialog.niveau.value() == "2"
        dialog.niveau.set_value("4")
        dialog.toelichting.set_value("Psycholoog denkt mee")

    answer(monkeypatch, NiveauDialog, fill)
    press(screen.view.levels, "Nieuw niveau")
    screen.settle()
    assert sorted(each.niveau for each in screen.all(Niveau, leerling="noor")) == [2, 4]
    assert "Was niveau 2. Psycholoog denkt mee" in texts(screen.view.timeline)
    take_back(screen)
    assert [each.niveau for each in screen.all(Niveau, leerling="noor")] == [2]


def test_a_handelingsplan_takes_the_period_of_its_groepsplan_and_an_opp_has_its_own(open_view, monkeypatch):
    screen = open_view(DossierView, NOOR)

    def annex(dialog) -> None:
        assert "vanaf welke dag" in dialog.complaint() or dialog.complaint() == "Kijk nog even bij ‘Loopt vanaf’."
        dialog.groepsplan.set_value("gp")
        dialog.groepsplan.changed.emit()
        assert not dialog.van.isEnabled()

    answer(monkeypatch, PlanDialog, annex)
    press(screen.view.plans, "Plan toevoegen")
    screen.settle()
    (plan,) = screen.all(Plan, leerling="noor")
    assert (plan.soort, plan.onderwerp, plan.tot) == ("handelingsplan", "rekenen", TODAY + timedelta(80))

    def opp(dialog) -> None:
        dialog.soort.set_value("opp")
        dialog.soort.changed.emit()
        dialog.van.set_value(TODAY.isoformat())
        dialog.tot.set_value((TODAY - timedelta(1)).isoformat())
        assert dialog.complaint() == "Kijk nog even bij ‘Tot en met’."
        dialog.tot.set_value("")

    answer(monkeypatch, PlanDialog, opp)
    press(screen.view.plans, "Plan toevoegen")
    screen.settle()
    assert len(screen.all(Plan, leerling="noor", soort="opp")) == 1
    press(screen.view.plans, "OPP weghalen")
    screen.settle()
    assert screen.all(Plan, leerling="noor", soort="opp") == []


def test_working_notes_are_closed_until_asked_for_and_close_again(open_view, monkeypatch):
    screen = open_view(DossierView, NOOR)
    assert "alleen voor jou — komt in geen verslag" in texts(screen.view.notes)
    answer(monkeypatch, AantekeningDialog, lambda dialog: dialog.tekst.set_value("Moeder klonk moe."))
    screen.view.notes.add_button.click()
    screen.settle()
    assert "Moeder klonk moe." not in texts(screen.view)
    screen.view.notes.toggle.click()
    screen.settle()
    assert "Moeder klonk moe." in texts(screen.view)
    press(screen.view.notes, "Werkaantekening weghalen")
    screen.settle()
    assert screen.all(Werkaantekening) == []
    take_back(screen)
    screen.view.leave()
    screen.show(NOOR)
    assert "Moeder klonk moe." not in texts(screen.view)
    screen.show(Place("leerling", "noor", "werkaantekeningen"))
    assert "Moeder klonk moe." in texts(screen.view)


def test_a_pupil_leaves_and_comes_back(open_view):
    screen = open_view(DossierView, NOOR)
    screen.view.head.leave_button.click()
    screen.settle()
    assert screen.get(Leerling, "noor").gearchiveerd_op == TODAY.isoformat()
    assert screen.view.left.isVisible() and not screen.view.head.begin.isVisible()
    take_back(screen)
    assert screen.get(Leerling, "noor").gearchiveerd_op is None
    assert not screen.view.left.isVisible()


def test_only_changes_that_can_show_here_make_it_read_again(open_view):
    screen = open_view(DossierView, NOOR)
    seen = []
    screen.db.changed.connect(lambda change: seen.append(screen.view.concerns(change)))
    screen.ask(lambda archive: archive.add(Afspraak(leerling="zoe", wat="x"), IB))
    screen.ask(lambda archive: archive.add(Afspraak(leerling="noor", wat="x"), IB))
    assert seen == [False, True]


def test_a_consult_of_several_pupils_shows_at_once_with_each_of_them(open_view):
    screen = open_view(DossierView, NOOR)
    consult = screen.ask(lambda archive: consulten.begin(archive, "eenmalig_consult", ("zoe", "noor"), IB, dag=TODAY))
    screen.settle()
    assert {"Eenmalig consult", "mist 3"} <= shown(screen.view.consults)
    form = screen.ask(lambda archive: consulten.find_consult(archive, consult).formulier)
    screen.ask(lambda archive: archive.write_answer(form, "hulpvraag.hulpvraag", "Hoe help ik ze?", IB))
    screen.settle()
    assert "mist 2" in shown(screen.view.consults)
    screen.ask(lambda archive: archive.write("consult", consult, {"leerlingen": ("zoe",)}, IB))
    screen.settle()
    assert "Eenmalig consult" not in shown(screen.view.consults)


def shown(card) -> set[str]:
    return {each.text() for kind in (Link, Chip) for each in card.findChildren(kind) if each.isVisible()}


def test_on_a_narrow_screen_what_runs_stands_above_the_timeline(open_view):
    screen = open_view(DossierView, NOOR)
    beside = screen.view.agreements.mapTo(screen.view, screen.view.agreements.rect().topLeft())
    assert beside.x() > screen.view.timeline.width()
    screen.view.resize(640, 700)
    screen.settle()
    assert screen.view.agreements.y() < screen.view.timeline.y() < screen.view.parents.y()
