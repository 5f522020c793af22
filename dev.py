#!/usr/bin/env python3
"""Everything a developer does with Ruggespraak, with nothing but Python itself: `python3 dev.py --help`.

The first command makes `.venv` beside this file and fills it from `requirements/`; after that nothing needs the
network. Readable for Python 3.8, which has to be able to say that it is too old.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NoReturn, Sequence  # noqa: UP035 - Python 3.8 has to get past this line

from tools.environment import OLDEST, ROOT, Problem, check_python, clean_environment, python, set_up


def main(arguments: Sequence[str]) -> int:
    parsed, rest = parser().parse_known_args(arguments)
    if rest and parsed.command != "test":
        parser().error("unrecognized arguments: " + " ".join(rest))
    parsed.rest = rest
    try:
        check_python(sys.version_info[:2], sysconfig.get_platform())
        return int(parsed.action(parsed))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt. / Stopped.", file=sys.stderr)
        return 130


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="dev.py", description="Run, test and measure Ruggespraak.")
    commands = result.add_subparsers(dest="command", metavar="command", required=True)

    command = commands.add_parser("run", help="start the program", allow_abbrev=False)
    command.add_argument("--demo", action="store_true", help="with the invented Proefschool, apart from your own data")
    command.add_argument("--data", type=absolute, metavar="DIR", help="keep the data in this folder")
    command.set_defaults(action=run)

    command = commands.add_parser("test", help="run the tests; further arguments go to pytest", allow_abbrev=False)
    command.set_defaults(action=test)

    command = commands.add_parser("lint", help="check style, layout and types")
    command.set_defaults(action=lint)

    command = commands.add_parser("bench", help="measure speed and memory", allow_abbrev=False)
    command.add_argument("--json", type=absolute, metavar="FILE", help="write the figures to this file too")
    command.set_defaults(action=bench)

    command = commands.add_parser("shots", help="picture every view, light and dark")
    command.add_argument("out", type=absolute, metavar="OUT", help="folder for the pictures")
    command.set_defaults(action=shots)

    command = commands.add_parser("lock", help="renew requirements/ from pyproject.toml; this one needs the network")
    command.add_argument("--upgrade", action="store_true", help="take the newest versions, not only what is missing")
    command.set_defaults(action=lock)
    return result


def absolute(path: str) -> Path:
    """A path as the caller meant it: from the folder the command was typed in."""
    return Path(path).expanduser().absolute()


def run(arguments: argparse.Namespace) -> NoReturn:
    set_up("run")
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & set(os.environ):
        raise Problem(
            "Er is hier geen scherm: start Ruggespraak vanuit een grafische omgeving.",
            "There is no screen here: start Ruggespraak from a graphical session (or under xvfb-run).",
        )
    demo = ["--demo"] if arguments.demo else []
    data = ["--data", str(arguments.data)] if arguments.data else []
    hand_over("app", *demo, *data)


def test(arguments: argparse.Namespace) -> NoReturn:
    set_up("dev")
    without_screen()
    hand_over("pytest", *arguments.rest)


def lint(_: argparse.Namespace) -> int:
    set_up("dev")
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
    failed = [" ".join(check) for check in checks if call(*check)]
    print("lint: " + (", ".join(failed) + " found something" if failed else "all clear"))
    return 1 if failed else 0


def bench(arguments: argparse.Namespace) -> NoReturn:
    set_up("dev")
    without_screen()
    hand_over("tools.bench", *(["--json", str(arguments.json)] if arguments.json else []))


def shots(arguments: argparse.Namespace) -> NoReturn:
    set_up("dev")
    without_screen()
    hand_over("tools.shots", str(arguments.out))


def lock(arguments: argparse.Namespace) -> int:
    """Write both locks: for all systems and Python versions at once, with hashes, without naming an index."""
    set_up("dev")
    oldest = ".".join(map(str, OLDEST))
    common = ["--quiet", "--universal", "--python-version", oldest, "--generate-hashes"]
    common += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 dev.py lock"]
    common += ["--upgrade"] if arguments.upgrade else []
    run_lock, dev_lock = "requirements/run.txt", "requirements/dev.txt"
    # The development lock is held to the run-time lock: what is tested is what is run.
    return call("uv", "pip", "compile", *common, "pyproject.toml", "-o", run_lock) or call(
        "uv", "pip", "compile", *common, "--extra", "dev", "-c", run_lock, "pyproject.toml", "-o", dev_lock
    )


def without_screen() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def call(module: str, *options: str) -> int:
    return subprocess.call([python(), "-m", module, *options], cwd=ROOT, env=clean_environment())


def hand_over(module: str, *options: str) -> NoReturn:
    """Let the module take our place, so that signals and the exit code are its own."""
    if os.name != "posix":  # Windows has no exec that waits
        sys.exit(call(module, *options))
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(python(), [python(), "-m", module, *options], clean_environment())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
