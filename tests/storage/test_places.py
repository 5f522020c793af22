"""The archive stands on this computer, in a folder that nothing else copies; every refusal says why."""

import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.storage import place_windows, places
from app.storage.errors import AlmostFull, NoArchive, ReadOnly, UnsafePlace
from app.storage.folder import data_folder
from app.storage.place_rules import (
    IN_THE_CLOUD,
    LINUX,
    MACOS,
    NETWORK,
    ROAMING,
    SHARED_WITH_HOST,
    WINDOWS,
    Facts,
    Mount,
    dropbox_roots,
    mount_of,
    parse_macos_mounts,
    parse_mountinfo,
    reason_against,
)
from tests.storage.disks import read_only, small_disk

WINDOWS_ENVIRONMENT = {
    "APPDATA": r"C:\Users\noa\AppData\Roaming",
    "LOCALAPPDATA": r"C:\Users\noa\AppData\Local",
    "OneDrive": r"C:\Users\noa\OneDrive - De Regenboog",
    "OneDriveCommercial": r"D:\Werk",
    "OneDriveConsumer": "",
}


def windows(folder: str, **more) -> Facts:
    return replace(Facts(WINDOWS, (folder,), WINDOWS_ENVIRONMENT), **more)


MOUNTINFO = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 8:3 / /home rw,relatime shared:5 - ext4 /dev/sda3 rw
51 22 0:45 / /mnt/school rw,relatime shared:9 - cifs //server/school rw
52 22 0:46 / /mnt/nfs rw - nfs4 server:/x rw
53 30 0:47 / /home/noa/mijn\040server rw shared:11 master:2 - fuse.sshfs noa@host: rw
54 22 0:48 / /media/vm rw - vboxsf deel rw
55 22 0:49 / /media/ntfs rw - fuseblk /dev/sdb1 rw
56 51 0:50 / /mnt/school/lokaal rw - ext4 /dev/sdc1 rw
een regel die nergens op lijkt
"""

MACOS_MOUNTS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
//noa@server/school on /Volumes/school (smbfs, nodev, nosuid, mounted by noa)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
/dev/disk4s1 on /Volumes/Stick (wit) (exfat, local, nodev, nosuid, noowners)
"""


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        (r"C:\Users\noa\AppData\Local\Ruggespraak\archief", None),
        (r"D:\Ruggespraak", None),
        (r"\\?\D:\Ruggespraak", None),
        (r"C:\Users\noa\AppData\Roaming\Ruggespraak", ROAMING),
        (r"c:\users\NOA\appdata\roaming", ROAMING),
        (r"\\server\school\noa", NETWORK),
        ("//server/school/noa", NETWORK),
        (r"\\?\UNC\server\school\noa", NETWORK),
        (r"C:\Users\noa\OneDrive - De Regenboog\Documenten", "OneDrive"),
        (r"C:\Users\noa\OneDrive\x", "OneDrive"),
        (r"d:\werk\archief", "OneDrive"),
        (r"C:\Users\noa\Dropbox (Regenboog)\x", "Dropbox"),
        (r"G:\Mijn Drive\x", "Google Drive"),
        (r"C:\Users\noa\iCloudDrive", "iCloud"),
        (r"C:\Users\noa\Nextcloud2\x", "Nextcloud"),
        (r"C:\Users\noa\SURFdrive", "SURFdrive"),
    ],
)
def test_folders_of_windows(folder, reason):
    found = reason_against(windows(folder))
    assert found == reason or (found and reason and found.startswith(reason))


def test_a_network_drive_with_a_letter():
    assert reason_against(windows(r"H:\archief", remote_drive=True)) == NETWORK


def test_a_folder_that_windows_keeps_for_some_cloud():
    assert reason_against(windows(r"C:\archief", cloud_file=True)) == IN_THE_CLOUD


def test_a_folder_that_teams_syncs_beside_onedrive():
    facts = windows(
        r"C:\Users\noa\Regenboog\IB - Documenten\x",
        sync_roots=((r"C:\Users\noa\Regenboog\IB - Documenten", "OneDrive"),),
    )
    assert "OneDrive" in reason_against(facts)


def test_where_the_folder_really_is_counts():
    facts = Facts(WINDOWS, (r"C:\Ruggespraak", r"\\server\school\Ruggespraak"), WINDOWS_ENVIRONMENT)
    assert reason_against(facts) == NETWORK


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("/home/noa/.local/share/ruggespraak", None),
        ("/media/ntfs/archief", None),
        ("/mnt/school/lokaal/archief", None),
        ("/mnt/schoolbord", None),
        ("/mnt/school/archief", NETWORK),
        ("/mnt/nfs", NETWORK),
        ("/home/noa/mijn server/archief", NETWORK),
        ("/media/vm/archief", SHARED_WITH_HOST),
        ("/home/noa/Dropbox/archief", "Dropbox"),
        ("/home/noa/box/archief", None),
        ("/home/noa/Box/archief", "Box"),
        ("/home/noa/Syncthing/archief", IN_THE_CLOUD),
    ],
)
def test_folders_of_linux(folder, reason):
    found = reason_against(Facts(LINUX, (folder,), mounts=parse_mountinfo(MOUNTINFO)))
    assert found == reason or (found and reason and found.startswith(reason))


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("/Users/noa/Library/Application Support/Ruggespraak", None),
        ("/Volumes/Stick (wit)/archief", None),
        ("/Volumes/school/archief", NETWORK),
        ("/Users/noa/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/Users/noa/Library/CloudStorage/OneDrive-Regenboog/x", "OneDrive"),
        ("/Users/noa/Library/CloudStorage/IetsNieuws/x", IN_THE_CLOUD),
    ],
)
def test_folders_of_macos(folder, reason):
    found = reason_against(Facts(MACOS, (folder,), mounts=parse_macos_mounts(MACOS_MOUNTS)))
    assert found == reason or (found and reason and found.startswith(reason))


def test_a_later_mount_at_the_same_folder_covers_the_earlier():
    mounts = (Mount("/", "ext4"), Mount("/data", "ext4"), Mount("/data", "nfs4"))
    assert mount_of(Facts(LINUX, ()).path("/data/x"), mounts).kind == "nfs4"


@pytest.mark.parametrize("text", ["", "null", "[]", '{"personal": 3}', '{"personal": {}}', "[" * 100_000])
def test_a_strange_file_of_dropbox_is_no_trouble(text):
    assert dropbox_roots(text) == ()


class Registry:
    """The registry of a Windows computer on which Teams and another service sync a folder."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = "user", "machine"
    ONEDRIVE = r"Software\SyncEngines\Providers\OneDrive"
    PROVIDERS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"
    KEYS = {  # noqa: RUF012
        ("user", ONEDRIVE): (["a1", "b2"], {}),
        ("user", ONEDRIVE + r"\a1"): ([], {"MountPoint": r"C:\Users\noa\Regenboog"}),
        ("machine", PROVIDERS): (["iets"], {}),
        ("machine", PROVIDERS + r"\iets\UserSyncRoots"): ([], {"S-1-5": r"E:\Iets"}),
    }

    @contextmanager
    def OpenKey(self, hive, path):
        if (hive, path) not in self.KEYS:
            raise OSError
        yield self.KEYS[hive, path]

    def QueryInfoKey(self, key):
        return len(key[0]), len(key[1]), 0

    def EnumKey(self, key, number):
        return key[0][number]

    def EnumValue(self, key, number):
        return (*list(key[1].items())[number], 1)

    def QueryValueEx(self, key, name):
        return key[1][name], 1


def test_the_registry_of_windows_knows_folders_of_teams():
    found = place_windows.registered_sync_roots(Registry())
    assert found == ((r"C:\Users\noa\Regenboog", "OneDrive"), (r"E:\Iets", ""))


def test_other_systems_ask_no_registry():
    if sys.platform != "win32":
        assert place_windows.registered_sync_roots() == ()
        assert not place_windows.is_remote_drive(Path("/"))
        assert not place_windows.is_cloud_file(Path("/"))


def test_the_usual_folder_is_local_and_safe(home):
    folder = data_folder()
    assert folder.is_relative_to(home)
    assert data_folder(demo=True) != folder
    places.check_place(folder)
    places.check_place(data_folder(demo=True))


def test_another_folder_can_be_chosen_and_the_demo_never_shares_it(tmp_path):
    assert data_folder(override=tmp_path) == tmp_path
    assert data_folder(demo=True, override=tmp_path) == tmp_path / "proefschool"
    assert data_folder(override=Path("hier")).is_absolute()


def test_the_marker_of_a_service_is_found_in_a_folder_above(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(UnsafePlace, match="Syncthing"):
        places.check_place(tmp_path / "nieuw" / "archief")


def test_a_home_with_settings_of_dropbox_is_not_a_dropbox(tmp_path):
    (tmp_path / ".dropbox").mkdir()
    places.check_place(tmp_path / "archief")


def test_a_dropbox_under_another_name_is_found(home, tmp_path):
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(f'{{"personal": {{"path": "{tmp_path}"}}}}')
    try:
        with pytest.raises(UnsafePlace, match="Dropbox"):
            places.check_place(tmp_path / "archief")
    finally:
        (home / ".dropbox" / "info.json").unlink()
        (home / ".dropbox").rmdir()


def test_a_link_into_a_synced_folder_is_followed(tmp_path):
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "gewoon").symlink_to(tmp_path / "Nextcloud")
    with pytest.raises(UnsafePlace, match="Nextcloud"):
        places.check_place(tmp_path / "gewoon" / "archief")


def test_the_refusal_names_folder_reason_and_what_to_do(tmp_path):
    with pytest.raises(UnsafePlace) as caught:
        places.check_place(tmp_path / "OneDrive")
    for part in (str(tmp_path / "OneDrive"), "OneDrive houdt deze map gelijk met internet", "kies een gewone map"):
        assert part in str(caught.value)
    assert not (tmp_path / "OneDrive").exists()


def test_a_read_only_folder_is_refused(tmp_path):
    with read_only(tmp_path), pytest.raises(ReadOnly):
        places.check_place(tmp_path / "archief")


def test_too_little_room_to_begin_is_said_but_an_old_archive_still_opens(tmp_path):
    with small_disk(tmp_path / "schijf") as disk:
        with pytest.raises(AlmostFull, match="50 MB"):
            places.check_place(disk / "archief")
        places.check_place(disk, needed=0)


def test_checking_leaves_nothing_behind(tmp_path):
    places.check_place(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_existing_folder_above_is_a_drive_that_is_gone(monkeypatch):
    monkeypatch.setattr(Path, "is_dir", lambda _self: False)
    with pytest.raises(NoArchive):
        places.check_place(Path("/weg/archief"))


def test_the_folder_and_its_files_are_for_this_user_only(tmp_path):
    folder = tmp_path / "a" / "archief"
    folder.mkdir(parents=True)
    (folder / "archief.db").touch(mode=0o644)
    places.make_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "archief.db").stat().st_mode & 0o777 == 0o600
    places.make_private(tmp_path / "b")
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o700
