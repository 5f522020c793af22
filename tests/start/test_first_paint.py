"""What the first picture does without: start-up is measured, and what creeps in here is paid at every start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.program import school_with_keys
from tools.bench.archives import make_demo
from tools.environment import ROOT

PROGRAM = """
import json, os, sys
import app.__main__ as program
from tools.bench.child import after_paint_of, when_loaded

def tell():
    from PySide6 import QtCore, QtGui
    print(json.dumps([*sys.modules, *vars(QtCore), *vars(QtGui)]), flush=True)
    os._exit(0)

module, name, *arguments = sys.argv[1:]
when_loaded(module, lambda loaded: after_paint_of(getattr(loaded, name), tell))
program.main(arguments)
"""


def loaded_at_paint(widget: tuple[str, str], *arguments: str) -> set[str]:
    """Modules, and classes of QtCore and QtGui, that are there when this widget is painted for the first time."""
    command = [sys.executable, "-c", PROGRAM, *widget, *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, timeout=60, check=True
    )
    return set(json.loads(child.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "late", ["Qt", "QIcon", "app.start.leaving", "app.storage.archive", "cryptography", "sqlcipher3"]
)
def test_the_field_for_the_passphrase_is_there_before(late: str, locked: set[str]):
    assert late not in locked


def test_no_widget_of_ours_is_there_yet(locked: set[str]):
    assert not [each for each in locked if each.startswith("app.ui.widgets.")]


def test_the_first_page_is_there_before_what_it_does_not_show(tmp_path: Path):
    make_demo(tmp_path)
    there = loaded_at_paint(("app.ui.vandaag.view", "VandaagView"), "--demo", "--data", str(tmp_path))
    assert "app.storage.vandaag" in there
    assert not there & {"QIcon", "app.start.leaving", "cryptography", "sqlite_utils", "docx"}


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is there when the unlock window is painted."""
    folder = tmp_path_factory.mktemp("school") / "archief"
    school_with_keys(folder)
    return loaded_at_paint(("app.ui.window.shell", "Shell"), "--data", str(folder))
