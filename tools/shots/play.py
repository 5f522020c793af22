"""Plays all scenes in one look, in this process: `python -m tools.shots.play OUT DEMO LOOK`.

Prints one line of JSON: the pictures taken, and the scenes that went wrong.
"""

import json
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize

from app.start.application import make_application
from tools.shots import outside
from tools.shots.camera import Camera
from tools.shots.looks import LOOKS, Look
from tools.shots.scenes import IN_AN_EMPTY_SCHOOL, IN_THE_PROGRAM
from tools.shots.set import Act, Set

TAKES_ITS_OWN = "*"
"""A scene whose name ends so takes its own pictures."""


def main(out: str, demo: str, label: str) -> None:
    look = next(each for each in LOOKS if each.suffix == label)
    make_application()
    camera = Camera(Path(out), look.suffix)
    wrong: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="ruggespraak-shots-") as work:
        _play_in(Path(demo), camera, look, IN_THE_PROGRAM, wrong, with_cast=True)
        empty = outside.make_empty_school(Path(work) / "leeg")
        _play_in(empty, camera, look, IN_AN_EMPTY_SCHOOL, wrong, with_cast=False)
        for name, act in outside.BEFORE_THE_PROGRAM.items():
            _try(name, lambda act=act, name=name: act(camera, look, Path(work) / name), wrong)  # type: ignore[misc]
    print(json.dumps({"taken": [path.name for path in camera.taken], "wrong": wrong}), flush=True)


def _play_in(
    folder: Path, camera: Camera, look: Look, acts: Mapping[str, Act], wrong: dict[str, str], *, with_cast: bool
) -> None:
    scene = Set(folder, camera, QSize(look.width, look.height), dark=look.theme == "donker", with_cast=with_cast)
    for name, act in acts.items():
        _try(name, lambda act=act, name=name: _play(scene, name, act), wrong)  # type: ignore[misc]
    scene.stage.close()


def _play(scene: Set, name: str, act: Act) -> None:
    act(scene, name.rstrip(TAKES_ITS_OWN))
    if name.endswith(TAKES_ITS_OWN):
        scene.camera.complain()
    else:
        scene.take(name)


def _try(name: str, play: Callable[[], None], wrong: dict[str, str]) -> None:
    """One broken view must not hide the others; all are told at the end."""
    try:
        play()
    except Exception as error:
        traceback.print_exc()
        wrong[name.rstrip(TAKES_ITS_OWN)] = f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    main(*sys.argv[1:])
