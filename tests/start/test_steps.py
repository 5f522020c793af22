"""The steps of the start: where the archive is, whether it is ours to open, and making a new one or nothing at all."""

from pathlib import Path

import pytest

from app.models.school import Medewerker, School
from app.start.options import Options, read_options
from app.start.steps import BEFORE_THE_WINDOW, WHILE_TYPING, Start, has_archive, run_steps
from app.storage import begin, keyfile, keys
from app.storage.archive import Archive
from app.storage.errors import DamagedKeys, DiskFull, InUse
from app.storage.school import the_school, user_of

CHEAP = keyfile.Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "zeven gele fietsen onder water"


@pytest.fixture
def beginning() -> begin.Beginning:
    ik = Medewerker(roepnaam="Anna", voorvoegsel="de", achternaam="Wit", rollen=("ib",))
    return begin.Beginning(School(naam="De Wilg"), ik, keys.prepare(PASSPHRASE, ik.naam, cost=CHEAP))


def started(folder: Path) -> Start:
    start = Start(Options(data=folder))
    run_steps(BEFORE_THE_WINDOW, start)
    return start


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ([], Options()),
        (["--demo"], Options(demo=True)),
        (["--data", "map"], Options(data=Path("map"))),
        (["--demo", "--data", "map"], Options(demo=True, data=Path("map"))),
        (["--version"], Options(version=True)),
    ],
)
def test_the_command_line(line: list[str], options: Options):
    assert read_options(line) == options


def test_what_is_not_understood_stops_with_an_explanation(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        read_options(["--demoo"])
    assert "--demoo" in capsys.readouterr().err


def test_without_an_archive_nothing_is_made_before_the_welcome(tmp_path: Path):
    start = started(tmp_path / "nieuw")
    run_steps(WHILE_TYPING, start)
    assert not start.known
    assert not (tmp_path / "nieuw").exists()


def test_a_new_archive_holds_the_school_its_user_and_both_ways_in(tmp_path: Path, beginning: begin.Beginning):
    folder = tmp_path / "archief"
    unlocked = begin.make_archive(folder, beginning)
    archive = Archive(folder, unlocked.database_key)
    try:
        assert the_school(archive).naam == "De Wilg"
        user = user_of(archive, unlocked.slot_id)
        assert user is not None and user.naam == "Anna de Wit"
    finally:
        archive.close()
    assert keys.unlock(folder, PASSPHRASE) == unlocked
    assert keys.unlock(folder, beginning.new_keys.recovery_code).database_key == unlocked.database_key


def test_an_archive_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, beginning: begin.Beginning, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "archief"

    def full(folder: Path, _key: bytes) -> Archive:
        (folder / "ruggespraak.db").write_bytes(b"half")
        raise DiskFull(folder)

    monkeypatch.setattr(begin, "Archive", full)
    with pytest.raises(DiskFull):
        begin.make_archive(folder, beginning)
    assert not has_archive(folder)
    assert list(folder.iterdir()) == []


def test_an_archive_is_never_made_over_another(tmp_path: Path, beginning: begin.Beginning):
    begin.make_archive(tmp_path, beginning)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(InUse):
        begin.make_archive(tmp_path, beginning)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_is_held_by_one_start_at_a_time(tmp_path: Path, beginning: begin.Beginning):
    begin.make_archive(tmp_path, beginning)
    first = started(tmp_path)
    with pytest.raises(InUse):
        started(tmp_path)
    first.release()
    second = started(tmp_path)
    assert second.known
    second.release()


def test_a_database_without_its_keys_is_damage_and_no_reason_to_begin_anew(tmp_path: Path, beginning: begin.Beginning):
    begin.make_archive(tmp_path, beginning)
    for name in (keyfile.KEY_FILE, keyfile.COPY):
        (tmp_path / name).unlink()
    start = started(tmp_path)
    assert start.known
    with pytest.raises(DamagedKeys):
        run_steps(WHILE_TYPING, start)
    start.release()


def test_a_chosen_folder_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from app.start import onthouden

    monkeypatch.setattr(onthouden, "_file", lambda: tmp_path / "instellingen" / "archiefmap.txt")
    assert onthouden.chosen_folder() is None
    onthouden.choose_folder(tmp_path / "elders")
    assert onthouden.chosen_folder() == tmp_path / "elders"
    start = Start(Options())
    run_steps(BEFORE_THE_WINDOW, start)
    assert start.folder == tmp_path / "elders"
    (tmp_path / "instellingen" / "archiefmap.txt").write_text("geen/heel/pad")
    assert onthouden.chosen_folder() is None


def test_the_version_is_said_without_a_window(capsys: pytest.CaptureFixture[str]):
    import gc

    from app.__main__ import main

    assert main(["--version"]) == 0
    gc.enable()  # `main` hands the collecting to its window, which does not come here
    assert capsys.readouterr().out.startswith("Ruggespraak ")
