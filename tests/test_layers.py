"""The house rules hold in every file; and each rule does see what it forbids."""

from functools import cache
from pathlib import Path

import pytest

from tests import house_rules
from tests.house_rules import ROOT, RULES_FOR_ALL, RULES_OF_THE_APP, Rule, Source


def sources(*patterns: str) -> list[Source]:
    return [source(path) for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern))]


@cache
def source(path: Path) -> Source:
    """Read and parsed once for all rules."""
    return Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))


def breaches(rule: Rule, looked_at: list[Source]) -> str:
    return "\n".join(complaint for source in looked_at for complaint in rule(source))


@pytest.mark.parametrize("rule", RULES_OF_THE_APP, ids=lambda rule: rule.__name__)
def test_the_app_keeps(rule: Rule):
    looked_at = sources("app/**/*.py")
    assert len(looked_at) > 20
    assert not (found := breaches(rule, looked_at)), found


@pytest.mark.parametrize("rule", RULES_FOR_ALL, ids=lambda rule: rule.__name__)
def test_all_code_keeps(rule: Rule):
    looked_at = sources("dev.py", "app/**/*.py", "tools/**/*.py", "tests/**/*.py")
    assert not (found := breaches(rule, looked_at)), found


@pytest.mark.parametrize(
    ("rule", "path", "text", "complaint"),
    [
        (
            "arrows_point_one_way",
            "app/models/x.py",
            "\nimport app.storage.archive",
            "app/models/x.py:2: ",
        ),
        ("arrows_point_one_way", "app/models/x.py", "from app import storage", "may not know storage"),
        ("arrows_point_one_way", "app/models/x.py", "from ..storage import keys", "may not know storage"),
        (
            "arrows_point_one_way",
            "app/models/x.py",
            "def f():\n    from app.ui import qt",
            "may not know ui",
        ),
        ("arrows_point_one_way", "app/models/x.py", "from app.resources import resource", "may not know house"),
        ("arrows_point_one_way", "app/storage/x.py", "from app.ui.place import Place", "may not know ui"),
        ("arrows_point_one_way", "app/exports/x.py", "from app.storage.archive import Archive", "may not know storage"),
        ("arrows_point_one_way", "app/imports/edexml/x.py", "from app.exports import word", "may not know exports"),
        ("arrows_point_one_way", "app/ui/x.py", "from app.start.steps import unlock", "may not know start"),
        ("arrows_point_one_way", "app/resources.py", "from app.models import ids", "house may not know models"),
        ("libraries_stay_in_their_layer", "app/exports/x.py", "from PySide6.QtGui import QFont", "may not use PySide6"),
        ("libraries_stay_in_their_layer", "app/storage/x.py", "import shiboken6", "may not use shiboken6"),
        ("libraries_stay_in_their_layer", "app/ui/x.py", "import sqlite_utils", "may not use sqlite_utils"),
        ("libraries_stay_in_their_layer", "app/imports/x.py", "from sqlite3 import connect", "may not use sqlite3"),
        ("libraries_stay_in_their_layer", "app/models/x.py", "import os.path", "may not use os"),
        ("libraries_stay_in_their_layer", "app/models/x.py", "from pathlib import Path", "may not use pathlib"),
        ("only_libraries_we_ask_for", "app/exports/x.py", "from lxml import etree", "lxml is not in pyproject.toml"),
        ("models_open_no_files", "app/models/x.py", "open('a')", "may not open files"),
        ("screens_write_no_sql", "app/ui/vandaag/x.py", "q = 'SELECT * FROM leerling'", "no SQL here"),
        ("screens_write_no_sql", "app/ui/x.py", "f'UPDATE leerling SET naam = {n}'", "no SQL here"),
        ("screens_write_no_sql", "app/ui/x.py", "q = '''\n  INSERT INTO leerling VALUES (1)'''", "no SQL here"),
        (
            "views_do_not_know_each_other",
            "app/ui/vandaag/x.py",
            "from app.ui.welkom.view import V",
            "not for this",
        ),
        ("views_do_not_know_each_other", "app/ui/vandaag/x.py", "from ..instellingen import view", "not for this"),
        ("views_do_not_know_each_other", "app/ui/vandaag/x.py", "from app.ui import instellingen", "not for this"),
        ("views_do_not_know_each_other", "app/ui/vandaag/x.py", "import app.ui.formulier.view", "not for this"),
        ("views_do_not_know_each_other", "app/ui/vandaag/x.py", "from app.ui.main_window import M", "not for this"),
        ("views_do_not_know_each_other", "app/ui/widgets/x.py", "from app.ui.vandaag.view import V", "not for this"),
        ("foreign_names_are_overrides", "app/ui/x.py", "class A:\n    def sizeHint(self): ...", "x.py:2: sizeHint"),
        ("layouts_keep_their_items", "app/ui/x.py", "item = layout.itemAt(0)", "itemAt shows Python an item"),
        ("layouts_keep_their_items", "app/ui/x.py", "while column.takeAt(0): pass", "takeAt shows Python an item"),
        ("later_calls_end_with_their_widget", "app/ui/x.py", "QTimer.singleShot(0, self._go)", "without a widget"),
        ("files_are_read_in_minutes", "tests/x.py", "pass\n" * 351, "351 lines"),
        ("functions_fit_on_a_screen", "tools/x.py", "def f():\n" + "    pass\n" * 60, "f has 61 lines"),
    ],
)
def test_a_breach_is_seen(rule: str, path: str, text: str, complaint: str):
    found = list(getattr(house_rules, rule)(Source(path, text)))
    assert len(found) == 1
    assert complaint in found[0]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("app/models/x.py", "import app.models.ids\nfrom app.models import forms\nfrom .ids import new_id"),
        ("app/storage/x.py", "import sqlite3, os\nfrom app.resources import resource\nq = 'SELECT 1 FROM x '"),
        ("app/exports/x.py", "from pathlib import Path\nfrom app import __version__"),
        ("app/ui/vandaag/x.py", "from app.ui.vandaag import y\nfrom app.ui.view import View\nfrom app.ui import qt"),
        ("app/ui/vandaag/x.py", "from app.ui.formulier.controller import C\nfrom app.ui.widgets.card import Card"),
        ("app/ui/window/views.py", "from app.ui.vandaag.view import VandaagView"),
        ("app/ui/x.py", "class A:\n    @override\n    def sizeHint(self): ...\n    def set_up(self): ..."),
        ("app/ui/x.py", "words = 'Selecteer een groep', 'Update: met de groepen erin', 'SELECT'"),
        ("app/__main__.py", "from app.ui.main_window import MainWindow\nimport PySide6"),
        ("app/start/x.py", "from app.storage import keys"),
        ("tools/x.py", "def f():\n    '''" + "Why.\n" * 60 + "'''\n" + "    pass\n" * 57),
    ],
)
def test_what_is_allowed_passes(path: str, text: str):
    source = Source(path, text)
    rules = RULES_OF_THE_APP + RULES_FOR_ALL if path.startswith("app/") else RULES_FOR_ALL
    assert [complaint for rule in rules for complaint in rule(source)] == []
