"""The set-up: `.venv` is made once, made anew when it must be, and never half used; the locks are whole."""

import ast
import hashlib
import json
import re
import sys
import threading
import time
import tomllib
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest

import dev
from tools import environment
from tools.environment import LOCKS, ROOT, Problem

WHEEL = "ruggespraak_probe-1.0-py3-none-any.whl"


@pytest.mark.parametrize("path", ["dev.py", "tools/__init__.py", "tools/environment.py"])
def test_an_old_python_can_read_that_it_is_too_old(root: Path, path: str):
    ast.parse((root / path).read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 15)])
def test_a_python_without_wheels_is_refused_in_words(version: tuple[int, int]):
    with pytest.raises(Problem, match=rf"Python 3\.11 - 3\.14 nodig; dit is 3\.{version[1]}"):
        environment.check_python(version, "linux-x86_64")


@pytest.mark.parametrize("platform", ["win32", "win-arm64"])
def test_a_windows_python_of_another_kind_is_refused_in_words(platform: str):
    with pytest.raises(Problem, match="64-bit Python for x86-64"):
        environment.check_python((3, 12), platform)


def test_what_the_system_lacks_is_named_in_one_line_to_copy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(environment.sys, "platform", "linux")
    monkeypatch.setattr(environment, "missing_from_system", lambda: {"libB.so.1": "libb1", "libA.so.0": "liba0"})
    monkeypatch.setattr(environment.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(environment.os, "geteuid", lambda: 1000)
    with pytest.raises(Problem, match=r"\n  sudo apt install liba0 libb1$"):
        environment.prepare_system()


def test_root_on_debian_gets_what_is_missing_installed(monkeypatch: pytest.MonkeyPatch):
    missing = {"libA.so.0": "liba0"}
    asked = []

    def apt(*arguments: str) -> None:
        asked.append(arguments)
        if "liba0" in arguments:
            missing.clear()

    monkeypatch.setattr(environment.sys, "platform", "linux")
    monkeypatch.setattr(environment, "missing_from_system", lambda: missing)
    monkeypatch.setattr(environment.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(environment.os, "geteuid", lambda: 0)
    monkeypatch.setattr(environment, "apt", apt)
    environment.prepare_system()
    assert asked == [("update",), ("install", "-y", "--no-install-recommends", "liba0")]


class Checkout:
    """A folder with locks of its own, that installs one small wheel from a folder; the network is out of reach."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.wheel = folder / "wheels" / WHEEL
        self.wheel.parent.mkdir()
        self.write_wheel()
        self.locks = {name: folder / f"{name}.txt" for name in ("run", "dev")}
        for name in self.locks:
            self.write_lock(name)
        monkeypatch.setattr(environment, "VENV", folder / ".venv")
        monkeypatch.setattr(environment, "STAMP", folder / ".venv" / "stamp.json")
        monkeypatch.setattr(environment, "DOOR", folder / ".venv.lock")
        monkeypatch.setattr(environment, "LOCKS", self.locks)
        monkeypatch.setattr(environment, "check_qt", lambda: None)
        monkeypatch.setattr(environment, "prepare_system", lambda: None)
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        monkeypatch.setenv("PIP_FIND_LINKS", str(self.wheel.parent))

    def write_wheel(self) -> None:
        info = "ruggespraak_probe-1.0.dist-info"
        with zipfile.ZipFile(self.wheel, "w") as archive:
            archive.writestr("ruggespraak_probe.py", "")
            archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: ruggespraak-probe\nVersion: 1.0\n")
            archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{info}/RECORD", "")

    def write_lock(self, name: str, digest: str = "", remark: str = "") -> None:
        digest = digest or hashlib.sha256(self.wheel.read_bytes()).hexdigest()
        self.locks[name].write_text(f"{remark}\nruggespraak-probe==1.0 --hash=sha256:{digest}\n", "utf-8")

    def installed(self) -> bool:
        return any((self.folder / ".venv").glob("**/ruggespraak_probe.py"))

    def mark(self) -> Path:
        """A file that only lives as long as this very environment."""
        path = self.folder / ".venv" / "mark"
        path.touch()
        return path


def test_the_environment_is_made_once_and_anew_only_when_it_must_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    here = Checkout(tmp_path, monkeypatch)
    environment.set_up("run")
    assert here.installed()

    mark = here.mark()
    environment.set_up("run")
    assert mark.exists(), "nothing had changed"
    environment.set_up("dev")
    assert mark.exists(), "the tools are added to what is there"

    here.write_lock("run", remark="# renewed")
    environment.set_up("run")
    assert not mark.exists(), "another lock, another environment"
    assert here.installed()

    mark = here.mark()
    environment.STAMP.unlink()  # as an interrupted set-up leaves it
    environment.set_up("run")
    assert not mark.exists()
    assert here.installed()


def test_a_file_that_is_not_what_the_lock_says_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    here = Checkout(tmp_path, monkeypatch)
    here.write_lock("run", digest="0" * 64)
    with pytest.raises(Problem, match="Downloading or installing failed"):
        environment.set_up("run")
    assert "hash" in capfd.readouterr().err.lower()
    assert not here.installed()
    assert not environment.is_ready("run")


def test_of_two_at_once_one_waits_for_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    Checkout(tmp_path, monkeypatch)
    built, under_way = [], threading.Event()

    def slow_build(level: str) -> None:
        built.append(level)
        under_way.set()
        time.sleep(1)
        Path(environment.python()).parent.mkdir(parents=True)
        Path(environment.python()).touch()
        environment.STAMP.write_text(json.dumps(environment.wanted(level)), "utf-8")

    monkeypatch.setattr(environment, "build", slow_build)
    first = threading.Thread(target=environment.set_up, args=("run",))
    first.start()
    assert under_way.wait(30)
    environment.set_up("run")
    first.join()
    assert built == ["run"]
    assert "Waiting for another set-up" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    Checkout(tmp_path, monkeypatch)
    (tmp_path / ".venv").write_text("a file in the way", "utf-8")
    with pytest.raises(Problem, match="cannot be made"):
        environment.set_up("run")


def test_a_window_without_a_screen_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(dev, "set_up", lambda level: None)
    monkeypatch.setattr(dev.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.main(["run", "--demo"]) == 1
    assert "There is no screen here" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "module", "options"),
    [
        (["run"], "app", []),
        (["run", "--demo", "--data", "school"], "app", ["--demo", "--data", "HERE/school"]),
        (["test"], "pytest", []),
        (["test", "-k", "word", "tests/ui", "-x"], "pytest", ["-k", "word", "tests/ui", "-x"]),
        (["bench"], "tools.bench", []),
        (["bench", "--json", "out/a.json"], "tools.bench", ["--json", "HERE/out/a.json"]),
        (["shots", "docs"], "tools.shots", ["HERE/docs"]),
    ],
)
def test_a_command_goes_where_it_belongs_with_paths_as_they_were_meant(
    typed: list[str], module: str, options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    handed = []

    def hand_over(*command: str) -> NoReturn:
        handed.append(command)
        sys.exit(0)

    monkeypatch.setattr(dev, "set_up", lambda level: None)
    monkeypatch.setattr(dev, "hand_over", hand_over)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        dev.main(typed)
    here = tmp_path.as_posix()
    assert handed == [(module, *(each.replace("HERE", here) for each in options))]


def test_a_command_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        dev.main(["run", "--dmeo"])
    assert "--dmeo" in capsys.readouterr().err


PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<marker> ; .*)? \\$", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    text = LOCKS[name].read_text("utf-8")
    return {found["name"] + (found["marker"] or ""): found["version"] for found in PINNED.finditer(text)}


@pytest.mark.parametrize("name", ["run", "dev"])
def test_a_lock_pins_everything_with_hashes_and_names_no_index(name: str):
    text = LOCKS[name].read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.strip().startswith("#")]
    assert len(pins(name)) > 15
    assert all(PINNED.match(line) or re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in lines)
    assert len(re.findall(r" \\\n    --hash", text)) >= len(pins(name))
    assert not re.search(r"https?:|index|find-links", text)


def test_what_is_tested_is_what_is_run():
    assert pins("run").items() <= pins("dev").items()


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = {name.split(" ")[0] for name in pins("dev")}
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    assert {re.split(r"[><= ]", each)[0].lower() for each in asked} <= locked


NOT_OURS = {".git", ".venv", ".hypothesis", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build"}
MACHINE = re.compile(r"(?<![\w.])/(?:work|root)/|files\.pythonhosted" + r"|pypi\.org|--(?:extra-)?index-url")


def test_no_file_names_a_machine_or_a_package_index():
    found = []
    for path in ROOT.rglob("*"):
        if NOT_OURS & set(path.relative_to(ROOT).parts) or not path.is_file() or path == Path(__file__):
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {each[0]}" for each in MACHINE.finditer(text)]
    assert not found
