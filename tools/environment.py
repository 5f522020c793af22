"""The `.venv` that dev.py works with: made once, made anew when a lock changes, repaired after an interruption.

Standard library only, and readable for Python 3.8, which has to be able to say that it is too old.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import Iterator  # noqa: UP035 - Python 3.8 has to get past this line

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "ruggespraak.json"  # says what is installed; written last, so without it nothing counts as installed
DOOR = ROOT / ".venv.lock"  # held by the one set-up that is under way
LOCKS = {"run": ROOT / "requirements" / "run.txt", "dev": ROOT / "requirements" / "dev.txt"}
OLDEST, NEWEST = (3, 11), (3, 14)

SYSTEM_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt takes from a Linux system, and the Debian package that has it."""


class Problem(Exception):
    """Something the reader can mend: one sentence in Dutch, the same in English."""

    def __init__(self, dutch: str, english: str) -> None:
        super().__init__(f"{dutch}\n{english}")


def check_python(version: tuple[int, int], platform: str) -> None:
    """Refuse a Python that the locks have no wheels for.

    Parameters:
        version: major and minor.
        platform: as `sysconfig.get_platform()` names it.
    """
    if not OLDEST <= version <= NEWEST:
        span = f"3.{OLDEST[1]} - 3.{NEWEST[1]}"
        raise Problem(
            f"Ruggespraak heeft Python {span} nodig; dit is {version[0]}.{version[1]} ({sys.executable}).",
            f"Ruggespraak needs Python {span}; this is {version[0]}.{version[1]} ({sys.executable}).",
        )
    if platform in ("win32", "win-arm64"):
        raise Problem(
            "Ruggespraak heeft de 64-bits Python voor x86-64 nodig; die werkt ook op Windows met ARM.",
            "Ruggespraak needs the 64-bit Python for x86-64; it works on Windows on ARM as well.",
        )


def python() -> str:
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def clean_environment() -> dict[str, str]:
    """Our environment, without what would let another Python's packages in or send ours elsewhere."""
    strangers = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX"}
    return {**{name: value for name, value in os.environ.items() if name not in strangers}, "PIP_USER": "0"}


def set_up(level: str) -> None:
    """Make sure that `.venv` holds what `level` (`run` or `dev`) needs; costs next to nothing when it does."""
    if is_ready(level):
        return
    try:
        with only_one():
            if not is_ready(level):  # the set-up we waited for may have done it
                build(level)
    except OSError as error:
        raise Problem(
            f"{VENV} kan niet worden gemaakt ({error.strerror}): sluit Ruggespraak en kijk of er ruimte is.",
            f"{VENV} cannot be made ({error.strerror}): close Ruggespraak, and see whether there is room.",
        ) from error


def is_ready(level: str) -> bool:
    return Path(python()).exists() and wanted(level).items() <= stamp().items()


def wanted(level: str) -> dict[str, str]:
    """What the stamp says once `level` is installed: which Python, which locks."""
    result = {"python": f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix}"}
    for name in ("run", "dev") if level == "dev" else ("run",):
        result[name] = hashlib.sha256(LOCKS[name].read_bytes()).hexdigest()
    return result


def stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Let one set-up through at a time; the system opens the door again when that process ends, however it ends."""
    with DOOR.open("a+b") as door:
        if not try_to_hold(door.fileno()):
            print("Wachten op een andere installatie ... / Waiting for another set-up ...", flush=True)
            while not try_to_hold(door.fileno()):
                time.sleep(0.2)
        yield


def try_to_hold(door: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(door, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def build(level: str) -> None:
    prepare_system()
    print(f"Eenmalig klaarzetten in {VENV} ... / Setting up, once ...", flush=True)
    if stamp() != wanted("run"):  # anything but a fresh run-time set-up that only lacks the tools is made anew
        make_venv()
    STAMP.unlink(missing_ok=True)
    install(LOCKS[level])
    check_qt()
    STAMP.write_text(json.dumps(wanted(level), indent=1), "utf-8")


def make_venv() -> None:
    try:
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=True).create(VENV)
    except subprocess.CalledProcessError as error:
        raise Problem(
            f"Deze Python ({sys.executable}) kan geen eigen omgeving maken: installeer Python opnieuw, met pip.",
            f"This Python ({sys.executable}) cannot make an environment: install Python again, with pip.",
        ) from error


def install(lock_file: Path) -> None:
    command = [python(), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    command += ["--only-binary", ":all:", "-r", str(lock_file)]
    if not sys.stdout.isatty():
        command.append("--quiet")
    if subprocess.call(command, env=clean_environment(), stdin=subprocess.DEVNULL):
        raise Problem(
            "Downloaden of installeren lukte niet (zie hierboven). Is er internet en ruimte? Probeer het dan opnieuw.",
            "Downloading or installing failed (see above). Is there internet, and room? Then try again.",
        )


def check_qt() -> None:
    """Load what a window needs: also finds what `SYSTEM_LIBRARIES` does not know of."""
    code = "import ctypes, pathlib, PySide6, PySide6.QtWidgets as _\n"
    if sys.platform == "linux":
        code += "ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms/libqxcb.so'))"
    answer = quietly([python(), "-c", code], clean_environment())
    if answer.returncode:
        reason = (answer.stdout.strip().splitlines() or ["?"])[-1]
        raise Problem(f"Qt start hier niet: {reason}", f"Qt does not start here: {reason}")


def prepare_system() -> None:
    """On Linux: see that Qt's libraries and `venv` are there; as root on Debian install them, else name them."""
    if sys.platform != "linux":
        return
    missing = missing_from_system()
    if not missing:
        return
    packages = sorted(missing.values())
    if shutil.which("apt-get") is None:
        names = ", ".join(sorted(missing))
        raise Problem(
            f"Installeer eerst de pakketten van je systeem waar dit in zit: {names}.",
            f"First install the packages of your system that hold: {names}.",
        )
    if os.geteuid() != 0:
        raise Problem(
            "Installeer eerst, eenmalig, wat Python en Qt van het systeem nodig hebben:",
            "First install, once, what Python and Qt need of the system:\n  sudo apt install " + " ".join(packages),
        )
    print("Systeempakketten installeren ... / Installing system packages ...", flush=True)
    apt("update")
    apt("install", "-y", "--no-install-recommends", *packages)
    still = ", ".join(missing_from_system())
    if still:
        raise Problem(f"Op dit systeem ontbreekt nog: {still}.", f"This system still lacks: {still}.")


def missing_from_system() -> dict[str, str]:
    """What this Linux lacks, with the Debian package that has it."""
    missing = {library: package for library, package in SYSTEM_LIBRARIES.items() if not loads(library)}
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it apart from Python
        missing["ensurepip"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not any(Path("/usr/share/fonts").glob("**/*.[to]tf")) and shutil.which("apt-get"):
        missing["a font"] = "fonts-dejavu-core"
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt(*arguments: str) -> None:
    command = ["apt-get", "-qq", *arguments]
    answer = quietly(command, {**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if answer.returncode:
        print(answer.stdout, file=sys.stderr)
        line = " ".join(command)
        raise Problem(f"Dit lukte niet (zie hierboven): {line}", f"This failed (see above): {line}")


def quietly(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command that nobody has to watch; what it says, errors too, is in `stdout` of the answer."""
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
