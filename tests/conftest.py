"""What holds for every test: no screen, no home folder but an empty one, and hypothesis without a stopwatch."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two busy cores make time limits on single examples lie. CI looks at more of them and always at the same ones.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), max_examples=200, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory):
    """An empty home for the whole run, so that no test finds or touches what belongs to the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, below in HOME_VARIABLES.items():
            patch.setenv(name, str(folder / below))
            (folder / below).mkdir(parents=True, exist_ok=True)
        (folder / "run").chmod(0o700)
        yield folder


@pytest.fixture(scope="module", autouse=True)
def set_aside():
    """What is there before a module begins is not looked at again after each of its tests: it is a million objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collect_on_this_thread(request: pytest.FixtureRequest):
    """Where there is a window, garbage is collected on its thread only, as `app.ui.collector` does in the program."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item):
    """Where there is a window, Python knows no item of a layout: `app.ui.widgets.flow` says why."""
    result = yield
    if "qtbot" in getattr(item, "fixturenames", ()):
        known = layout_items()
        assert not known, f"put a layout in its place before it is filled, and take nothing out by `takeAt`: {known}"
    return result


def layout_items() -> list[object]:
    """The items of layouts that Python knows; layouts themselves are items too, and may be known."""
    from PySide6.QtWidgets import QLayout, QLayoutItem
    from shiboken6 import Shiboken

    known = Shiboken.getAllValidWrappers()
    return [each for each in known if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)]


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent
