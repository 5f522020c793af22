"""What goes along on paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.exports.papier import BOX, maak_agenda, maak_leeg_formulier
from app.models.bespreking import Bespreking
from app.models.forms.definition import FormDefinition
from tests.exports.lezen import as_text, assert_reads_as, words_of
from tests.exports.voorbeeld import agenda, leeg


def test_the_blank_form_reads_like_this(a6: FormDefinition, sjabloon: Path):
    assert_reads_as(maak_leeg_formulier(leeg(a6), sjabloon), "leeg_formulier")


def test_every_question_and_every_answer_to_choose_is_on_paper(a6: FormDefinition, sjabloon: Path):
    text = words_of(maak_leeg_formulier(leeg(a6), sjabloon)).replace("\u00a0", " ")
    for section, field in a6.fields():
        assert section.titel in text
        assert field.als_gevuld or field.label in text
        for option in field.opties:
            assert f"{BOX} {option.label}" in text
        for column in field.kolommen:
            assert field.als_gevuld or column.label.casefold() in text.casefold()


def test_what_is_known_already_stands_on_it(a6: FormDefinition, sjabloon: Path):
    stof = replace(leeg(a6), leerling="Noor van den Berg", datum=date(2026, 11, 23))
    text = as_text(maak_leeg_formulier(stof, sjabloon))
    assert "| Leerling | Noor van den Berg | Datum | 23 november 2026 |" in text


def test_the_agenda_reads_like_this(sjabloon: Path):
    assert_reads_as(maak_agenda(agenda(), sjabloon), "agenda")


def test_in_a_meeting_about_one_group_it_is_named_once(sjabloon: Path):
    text = as_text(maak_agenda(replace(agenda(), groep="5/6"), sjabloon))
    assert "| Groep | 5/6 |" in text
    assert "| 1 | Noor van den Berg | Komt" in text
    assert "| 3 | Yara El Amrani / groep 4 |" in text


def test_a_meeting_of_which_little_is_known_has_an_agenda_too(sjabloon: Path):
    text = as_text(maak_agenda(replace(agenda(), bespreking=Bespreking(), punten=()), sjabloon))
    assert text.endswith(
        "[Title] Agenda leerlingbespreking\n[Heading 1] Leerlingen\n|  | Leerling | Waarom | Tijd | Notitie |\n"
    )
