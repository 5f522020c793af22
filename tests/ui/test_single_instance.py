"""A second start brings the first window forward, whatever became of earlier ones."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget

from app.ui.single_instance import Bell, bell_name, come_forward, ring

RING = "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
RING += "from app.ui.single_instance import ring; app = QCoreApplication([]); "
RING += "sys.exit(0 if ring(Path(sys.argv[1]), float(sys.argv[2])) else 3)"

LISTEN = "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
LISTEN += "from app.ui.single_instance import Bell; app = QCoreApplication([]); "
LISTEN += "bell = Bell(Path(sys.argv[1]), lambda: None, app); print(bell.listening, flush=True); app.exec()"


@pytest.fixture
def parent(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


def second_start(folder, root, patience="5", **environment):
    return subprocess.Popen(
        [sys.executable, "-c", RING, str(folder), patience], cwd=root, env={**os.environ, **environment}
    )


def test_a_second_start_rings_the_first(tmp_path, root, parent, qtbot):
    rung = []
    bell = Bell(tmp_path, lambda: rung.append(True), parent)
    assert bell.listening
    for times in (1, 2):
        process = second_start(tmp_path, root)
        qtbot.waitUntil(lambda process=process: process.poll() is not None, timeout=10_000)
        assert process.returncode == 0
        assert len(rung) == times


def test_a_second_start_waits_for_a_first_that_is_not_listening_yet(tmp_path, root, parent, qtbot):
    process = second_start(tmp_path, root)
    qtbot.wait(500)
    bell = Bell(tmp_path, lambda: None, parent)
    assert bell.listening
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 0


def test_without_a_first_start_nobody_answers(tmp_path, qapp):
    assert not ring(tmp_path, patience=0.1)


def test_another_folder_is_another_program(tmp_path, root, parent, qtbot):
    bell = Bell(tmp_path / "een", lambda: pytest.fail("rang at the wrong door"), parent)
    assert bell.listening
    process = second_start(tmp_path / "twee", root, "0.2")
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 3


def test_a_first_start_that_was_killed_leaves_nothing_in_the_way(tmp_path, root, parent, qtbot):
    killed = subprocess.Popen(
        [sys.executable, "-c", LISTEN, str(tmp_path)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert killed.stdout.readline() == "True\n"
    killed.kill()
    killed.wait()
    killed.stdout.close()
    rung = []
    assert Bell(tmp_path, lambda: rung.append(True), parent).listening
    process = second_start(tmp_path, root)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert rung == [True]


def test_the_right_to_come_forward_is_passed_on(tmp_path, root, parent, qtbot, monkeypatch):
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    bell = Bell(tmp_path, lambda: None, parent)
    assert bell.listening
    process = second_start(tmp_path, root, XDG_ACTIVATION_TOKEN="teken-7")
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "teken-7"


def test_who_connects_and_says_nothing_holds_nothing_up(tmp_path, parent, qtbot):
    rung = []
    bell = Bell(tmp_path, lambda: rung.append(True), parent)
    assert bell.listening
    silent, noisy = QLocalSocket(parent), QLocalSocket(parent)
    silent.connectToServer(bell_name(tmp_path))
    noisy.connectToServer(bell_name(tmp_path))
    noisy.write(b"\xff" * 100_000)
    qtbot.wait(100)
    assert rung == []


def test_the_name_of_the_bell_gives_nothing_away(tmp_path):
    folder = tmp_path / "Basisschool De Regenboog"
    assert "Regenboog" not in bell_name(folder)
    assert bell_name(tmp_path / "x" / ".." / "y") == bell_name(tmp_path / "y")
    assert len(bell_name(folder)) < 40


def test_the_window_comes_forward_as_large_as_it_was(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    come_forward(window)
    assert window.isVisible()
    assert not window.isMinimized()
    assert window.isMaximized()


def test_listening_costs_the_first_paint_nothing():
    seen = "import sys, app.ui.single_instance; sys.exit('PySide6.QtNetwork' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", seen], check=False).returncode == 0
