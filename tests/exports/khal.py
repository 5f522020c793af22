"""A real calendar program, khal: what it makes of our files in a calendar of its own."""

import os
import subprocess
from pathlib import Path

CONFIG = """\
[calendars]
[[school]]
path = {home}/agenda
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


class Khal:
    """khal with an empty calendar in a home of its own.

    Parameters:
        home: an empty folder.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        (home / "agenda").mkdir(parents=True)
        (home / "config").write_text(CONFIG.format(home=home), encoding="utf-8")

    def read(self, file: bytes) -> None:
        """Import a calendar file, as somebody does who opens it."""
        path = self._home / "gesprekken.ics"
        path.write_bytes(file)
        self._run("import", "--batch", "-a", "school", str(path))

    def shows(self, van: str, tot: str) -> list[str]:
        """What stands in the calendar in a period, a line per day and event: day, times or nothing, title."""
        told = self._run(
            *("list", "--day-format", "", "--format", "{start-date}|{start-time}|{end-time}|{title}"), van, tot
        )
        return [" ".join(line.replace("|", " ").split()) for line in told.splitlines() if line.strip()]

    def cancelled(self, van: str, tot: str) -> int:
        """How many of the lines of a period it marks as called off."""
        told = self._run("list", "--day-format", "", "--format", "{cancelled}", van, tot)
        return sum(line.strip() == "CANCELLED" for line in told.splitlines())

    def kept(self) -> int:
        """How many events it keeps."""
        return len(list((self._home / "agenda").glob("*.ics")))

    def _run(self, *words: str) -> str:
        home = str(self._home)
        surroundings = os.environ | {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "LC_ALL": "C.UTF-8"}
        command = ["khal", "--no-color", "-c", str(self._home / "config"), *words]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False, env=surroundings)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()
