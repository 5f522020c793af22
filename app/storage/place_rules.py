"""Which folders are no safe place for the archive, as rules over facts about the folder.

A database file breaks, or leaks, where something else copies it while it is open: a folder that is synced with the
internet, a profile that roams over the school's network, a network drive. The facts are gathered in `places`; the
rules only look at them, so that those of Windows can be tried on any system.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import PurePath, PurePosixPath, PureWindowsPath

WINDOWS, MACOS, LINUX = "win32", "darwin", "linux"

NETWORK = "de map staat op een netwerkschijf, waar een database stuk kan gaan en waar anderen bij kunnen"
ROAMING = "Windows neemt deze map mee over het netwerk van de school naar andere computers"
SHARED_WITH_HOST = "de map wordt gedeeld met een andere computer, en daar kan een database van stuk gaan"
IN_THE_CLOUD = "een clouddienst houdt deze map gelijk met internet"


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system in the tree of folders.

    Attributes:
        point: the folder at which it is mounted.
        kind: its type, e.g. `ext4`, `nfs4`, `fuse.sshfs`.
        local: whether the system itself calls it local; only macOS says so.
    """

    point: str
    kind: str
    local: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know about a folder.

    Attributes:
        system: `WINDOWS`, `MACOS` or `LINUX`.
        spellings: the folder as it was named, and where it really is after following links.
        environment: environment variables.
        markers: what its services left in the folder or in one above it (names of `MARKERS` that were found).
        sync_roots: folders that a service has registered with the system, each with the name of the service.
        mounts: file systems, in the order in which they were mounted.
        remote_drive: whether Windows calls the drive remote.
        cloud_file: whether Windows keeps this folder for a service that syncs it.
    """

    system: str
    spellings: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    markers: frozenset[str] = frozenset()
    sync_roots: tuple[tuple[str, str], ...] = ()
    mounts: tuple[Mount, ...] = ()
    remote_drive: bool = False
    cloud_file: bool = False

    def paths(self) -> Iterator[PurePath]:
        """The spellings as paths of this system."""
        for spelling in self.spellings:
            yield self.path(spelling)

    def path(self, text: str) -> PurePath:
        """A path by the rules of this system."""
        return PureWindowsPath(text) if self.system == WINDOWS else PurePosixPath(text)


MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".sync/ID": "Resilio Sync",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
"""What a service leaves at the top of the folder that it syncs. Not `.dropbox`: on Linux that is in every home."""

_NAMES = (
    (r"onedrive( - .*)?|onedrive-.*", "OneDrive"),
    (r"dropbox( \(.*\))?|dropbox-.*", "Dropbox"),
    (r"google ?drive|googledrive-.*|my drive|mijn drive", "Google Drive"),
    (r"icloud ?drive|com~apple~clouddocs|mobile documents", "iCloud"),
    (r"nextcloud\d*", "Nextcloud"),
    (r"owncloud\d*", "ownCloud"),
    (r"surfdrive", "SURFdrive"),
    (r"proton ?drive|protondrive-.*", "Proton Drive"),
    (r"pcloud ?drive|pclouddrive", "pCloud"),
    (r"(?-i:MEGA)|megasync.*", "MEGA"),
    (r"(?-i:Box)|box sync|box-box", "Box"),
    (r"(?-i:STACK)", "STACK"),
    (r"seafile|tresorit|syncthing|filen", ""),
)
_BY_NAME = tuple((re.compile(pattern, re.IGNORECASE), service) for pattern, service in _NAMES)

_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")

_NETWORK_KINDS = re.compile(
    r"nfs[34]?|cifs|smb[23]?|smbfs|afs|afpfs|ceph|glusterfs|lustre|beegfs|gfs2|ocfs2|ncpfs|coda|davfs|webdav|9p|ftp"
)
_NETWORK_FUSE = re.compile(
    r"fuse\.(sshfs|rclone|davfs2?|s3fs|goofys|gvfsd-fuse|kio-fuse|google-drive.*|onedriver|glusterfs|ceph.*|curlftpfs|"
    r"smbnetfs|afpfs|jmtpfs)|macfuse.*|osxfuse.*"
)
_HOST_KINDS = frozenset(("vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "prl_fs", "virtiofs", "drvfs"))


def reason_against(facts: Facts) -> str | None:
    """Why the archive can't stand in this folder.

    Parameters:
        facts: about the folder.

    Returns:
        The reason, as the part of a sentence that follows "want"; None when nothing speaks against it.
    """
    return _synced(facts) or _networked(facts) or _roaming(facts)


def parse_mountinfo(text: str) -> tuple[Mount, ...]:
    """Read `/proc/self/mountinfo` of Linux (proc(5)); lines of another shape are passed over."""
    mounts = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            mounts.append(Mount(point, after.split(" ")[0]))
    return tuple(mounts)


def parse_macos_mounts(text: str) -> tuple[Mount, ...]:
    """Read what the command `mount` says on macOS: `/dev/disk3s1 on / (apfs, local, journaled)`."""
    found = re.findall(r"^.+? on (/.*) \(([^()]*)\)$", text, re.MULTILINE)
    mounts = []
    for point, flags in found:
        kind, *rest = (flag.strip() for flag in flags.split(","))
        mounts.append(Mount(point, kind, "local" in rest))
    return tuple(mounts)


def mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """The file system on which a path stands: the deepest mount point above it, of equal ones the last mounted."""
    best: Mount | None = None
    for mount in mounts:
        inside = path.is_relative_to(mount.point)
        if inside and (best is None or len(mount.point) >= len(best.point)):
            best = mount
    return best


def dropbox_roots(text: str) -> tuple[tuple[str, str], ...]:
    """Read Dropbox's own `info.json`, which knows its folders under whatever name; () when it is another file."""
    try:
        accounts = json.loads(text).values()
        return tuple((str(account["path"]), "Dropbox") for account in accounts)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def _synced(facts: Facts) -> str | None:
    roots = [(facts.environment.get(variable, ""), "OneDrive") for variable in _ONEDRIVE_VARIABLES]
    roots += facts.sync_roots
    for path in facts.paths():
        for root, service in roots:
            if root and path.is_relative_to(facts.path(root)):
                return _syncs(service)
        for part, (pattern, service) in product(path.parts, _BY_NAME):
            if pattern.fullmatch(part):
                return _syncs(service)
        if facts.system == MACOS and "CloudStorage" in path.parts:
            return IN_THE_CLOUD
    for marker in sorted(facts.markers):
        return _syncs(MARKERS[marker])
    return IN_THE_CLOUD if facts.cloud_file else None


def _syncs(service: str) -> str:
    return f"{service} houdt deze map gelijk met internet" if service else IN_THE_CLOUD


def _networked(facts: Facts) -> str | None:
    if facts.remote_drive:
        return NETWORK
    for path in facts.paths():
        if facts.system == WINDOWS and _is_unc(path):
            return NETWORK
        mount = mount_of(path, facts.mounts)
        if mount is None:
            continue
        if mount.kind in _HOST_KINDS:
            return SHARED_WITH_HOST
        if not mount.local or _NETWORK_KINDS.fullmatch(mount.kind) or _NETWORK_FUSE.fullmatch(mount.kind):
            return NETWORK
    return None


def _is_unc(path: PurePath) -> bool:
    r"""Whether a path is on a server: `\\server\share`, also in its long form, but not the long form of a drive."""
    drive = path.drive.replace("/", "\\").upper()
    return drive.startswith("\\\\?\\UNC\\") or (
        drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
    )


def _roaming(facts: Facts) -> str | None:
    root = facts.environment.get("APPDATA")
    if facts.system != WINDOWS or not root:
        return None
    return ROAMING if any(path.is_relative_to(facts.path(root)) for path in facts.paths()) else None
