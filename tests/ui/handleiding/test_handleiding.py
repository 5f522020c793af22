"""The Handleiding: every chapter is there, every link leads somewhere, and every view has one."""

import re
from datetime import date

import pytest
from PySide6.QtCore import QUrl

from app.models.forms.definition import SOORTEN
from app.resources import resource
from app.ui.context import Context
from app.ui.database import Database
from app.ui.handleiding.hoofdstukken import HOOFDSTUKKEN, chapter_for
from app.ui.handleiding.view import HandleidingView
from app.ui.place import Place
from app.ui.window.views import VIEWS

LINK = re.compile(r"\]\(([^)]+)\)")


def text_of(chapter: str) -> str:
    return resource("handleiding", f"{chapter}.md").read_text(encoding="utf-8")


@pytest.fixture
def view(qtbot, tmp_path):
    db = Database()
    shown = HandleidingView(Context(db, tmp_path, vandaag=lambda: date(2026, 11, 23)))
    qtbot.addWidget(shown)
    yield shown
    assert db.close()


@pytest.mark.parametrize("chapter", HOOFDSTUKKEN)
def test_a_chapter_is_shown_with_its_title(view, chapter):
    view.show_place(Place("handleiding", part=chapter))
    title = text_of(chapter).splitlines()[0].removeprefix("# ")
    assert view._text.toPlainText().startswith(title)


@pytest.mark.parametrize("chapter", HOOFDSTUKKEN)
def test_every_link_leads_to_a_chapter(qtbot, view, chapter):
    for link in LINK.findall(text_of(chapter)):
        with qtbot.waitSignal(view.place_requested) as asked:
            view._text.anchorClicked.emit(QUrl(link))
        assert asked.args[0] == Place("handleiding", part=link)


@pytest.mark.parametrize("name", VIEWS)
def test_f1_finds_a_chapter_in_every_view(name):
    assert chapter_for(name) in HOOFDSTUKKEN


def test_every_kind_of_field_is_explained():
    explained = text_of("eigen-formulier")
    assert [kind for kind in SOORTEN if f"| `{kind}` |" not in explained] == []


def test_no_file_lies_there_without_a_chapter():
    assert {path.stem for path in resource("handleiding").glob("*.md")} == set(HOOFDSTUKKEN)
