"""Two processes never work in one folder; a process that was killed keeps nobody out."""

import signal
import subprocess
import sys

import pytest

from app.storage.errors import InUse, NoArchive
from app.storage.lock import FolderLock

HOLD = "import sys, time; from pathlib import Path; from app.storage.lock import FolderLock; "
HOLD += "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"


@pytest.fixture
def other_process(tmp_path, root):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_process_is_kept_out(tmp_path, other_process):
    with pytest.raises(InUse, match="tweede Ruggespraak"):
        FolderLock(tmp_path)


def test_a_killed_process_lets_go(tmp_path, other_process):
    other_process.send_signal(signal.SIGKILL)
    other_process.wait()
    FolderLock(tmp_path).release()


def test_it_can_be_held_again_after_release(tmp_path):
    with FolderLock(tmp_path), pytest.raises(InUse):
        FolderLock(tmp_path)
    lock = FolderLock(tmp_path)
    lock.release()
    lock.release()
    FolderLock(tmp_path).release()


def test_a_child_process_does_not_hold_it_on(tmp_path):
    lock = FolderLock(tmp_path)
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    lock.release()
    FolderLock(tmp_path).release()
    child.kill()
    child.wait()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(NoArchive, match="weg"):
        FolderLock(tmp_path / "weg")
