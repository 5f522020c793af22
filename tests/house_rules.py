"""The house rules that a linter does not know: which way the arrows point, and how long a thing may be.

Every rule takes one `Source` and yields a sentence per breach; the sentence begins with file and line.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

ARROWS = {
    "models": {"models"},
    "storage": {"storage", "models", "house"},
    "exports": {"exports", "models", "house"},
    "imports": {"imports", "models", "house"},
    "ui": {"ui", "storage", "exports", "imports", "models", "house"},
    "start": {"start", "ui", "storage", "exports", "imports", "models", "house"},
    "house": {"house"},
}
"""Which layer may know which. `start` is whatever stands directly in `app` and is not of the house."""

HOUSE = {"resources", "log", "__version__"}
"""What every layer but the models may use."""

ROOT = Path(__file__).resolve().parent.parent

SHARED_UI = {"afspreken", "bijlagen", "contactkeuze", "exporteren", "formulier", "pakket", "theme", "widgets", "window"}
"""Folders of `app/ui` that views are built from; of these only a module named `view` is itself a view."""

NO_VIEWS = SHARED_UI | {each.stem for each in (ROOT / "app" / "ui").glob("*.py")}
"""What is known to all of `app/ui`; every other folder there is a view."""

WIRING = ("app/ui/main_window.py", "app/ui/window/")
"""The only places of `app/ui` that know views."""

DATABASE_LIBRARIES = {"sqlite3", "sqlcipher3", "sqlite_utils", "pysqlite3"}
QT_LIBRARIES = {"PySide6", "shiboken6"}
DECLARED = QT_LIBRARIES | {
    *("cryptography", "dateutil", "docx", "icalendar", "platformdirs", "pypdfium2", "python_calamine"),
    *("sqlcipher3", "sqlite_utils"),
}
"""Names to import of what pyproject.toml asks for; what those bring along is not ours to use."""

FILE_LIBRARIES = {"os", "io", "pathlib", "shutil", "tempfile", "glob", "socket", "subprocess", "importlib"}
SQL = re.compile(
    r"\s*(SELECT\s.+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s"
    r"|(CREATE|DROP|ALTER)\s+(TABLE|VIEW|INDEX|VIRTUAL|TRIGGER)\s|WITH\s+\w+\s+AS\s*\()",
    re.DOTALL,
)

LAYOUT_ITEMS = {"itemAt", "itemAtPosition", "takeAt", "spacerItem"}
"""What of a `QLayout` gives a `QLayoutItem`."""

LONGEST_FILE = 350
LONGEST_FUNCTION = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root of the checkout, with forward slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def layer(self) -> str:
        return layer_of(".".join(PurePosixPath(self.path).with_suffix("").parts).removesuffix(".__init__"))

    @cached_property
    def every_node(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def nodes(self, *kinds: type) -> Iterator:
        return (node for node in self.every_node if isinstance(node, kinds))

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and full dotted name of everything that is imported, wherever in the file."""
        package = PurePosixPath(self.path).parent.parts
        for node in self.nodes(ast.Import, ast.ImportFrom):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, each.name) for each in node.names)
            else:
                above = package[: len(package) - node.level + 1] if node.level else ()
                start = ".".join((*above, *([node.module] if node.module else [])))
                yield from ((node.lineno, f"{start}.{each.name}") for each in node.names)

    def at(self, line: int, complaint: str) -> str:
        return f"{self.path}:{line}: {complaint}"


def layer_of(module: str) -> str:
    """The layer of a dotted name in `app`, e.g. `models` for `app.models.ids.new_id`."""
    parts = module.split(".")
    if len(parts) == 1 or parts[1] in HOUSE:
        return "house"
    return parts[1] if parts[1] in ARROWS else "start"


def arrows_point_one_way(source: Source) -> Iterator[str]:
    for line, name in source.imports():
        if name.split(".")[0] == "app" and layer_of(name) not in ARROWS[source.layer]:
            yield source.at(line, f"{source.layer} may not know {layer_of(name)} ({name})")


def libraries_stay_in_their_layer(source: Source) -> Iterator[str]:
    barred: set[str] = set()
    if source.layer not in ("ui", "start"):
        barred |= QT_LIBRARIES
    if source.layer not in ("storage", "start"):
        barred |= DATABASE_LIBRARIES
    if source.layer == "models":
        barred |= FILE_LIBRARIES
    for line, name in source.imports():
        if name.split(".")[0] in barred:
            yield source.at(line, f"{source.layer} may not use {name.split('.')[0]}")


def only_libraries_we_ask_for(source: Source) -> Iterator[str]:
    if source.path == "app/ui/qt.py":  # looks at typing_extensions, for the type checker only
        return
    for line, name in source.imports():
        library = name.split(".")[0]
        if library not in DECLARED | sys.stdlib_module_names | {"app"}:
            yield source.at(line, f"{library} is not in pyproject.toml")


def models_open_no_files(source: Source) -> Iterator[str]:
    if source.layer != "models":
        return
    for node in source.nodes(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == "open":
            yield source.at(node.lineno, "models may not open files")


def screens_write_no_sql(source: Source) -> Iterator[str]:
    if source.layer not in ("ui", "start"):
        return
    for node in source.nodes(ast.Constant):
        if isinstance(node.value, str) and SQL.match(node.value):
            yield source.at(node.lineno, "no SQL here: ask a repository of app/storage")


def views_do_not_know_each_other(source: Source) -> Iterator[str]:
    parts = PurePosixPath(source.path).parts
    if source.layer != "ui" or source.path.startswith(WIRING):
        return
    own = parts[2] if len(parts) > 3 else ""
    for line, name in source.imports():
        _, layer, place, module, *_ = [*name.split("."), "", "", ""]
        if layer != "ui" or place in ("", own):
            continue
        if place not in NO_VIEWS or module == "view" or place == "main_window":
            yield source.at(line, f"{name} is not for this file to know: emit place_requested, main_window wires")


def foreign_names_are_overrides(source: Source) -> Iterator[str]:
    if source.layer not in ("ui", "start"):
        return
    for node in source.nodes(ast.FunctionDef):
        marked = any(isinstance(each, ast.Name) and each.id == "override" for each in node.decorator_list)
        if re.search("[a-z][A-Z]", node.name) and not marked:
            yield source.at(node.lineno, f"{node.name}: own names are snake_case; what overrides Qt is an @override")


def files_are_read_in_minutes(source: Source) -> Iterator[str]:
    length = len(source.text.splitlines())
    if length > LONGEST_FILE:
        yield source.at(length, f"{length} lines; {LONGEST_FILE} is the most: it usually hides two things")


def functions_fit_on_a_screen(source: Source) -> Iterator[str]:
    for node in source.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        length = lines_of(node)
        if length > LONGEST_FUNCTION:
            yield source.at(node.lineno, f"{node.name} has {length} lines; {LONGEST_FUNCTION} is the most")


def lines_of(function: Function) -> int:
    """Lines of a function from `def` to its end, its docstring not counted."""
    length = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        docstring = function.body[0]
        length -= (docstring.end_lineno or 0) - docstring.lineno + 1
    return length


def layouts_keep_their_items(source: Source) -> Iterator[str]:
    """A layout item that Python has seen outlives itself in PySide, and ends the program: app/ui/widgets/flow.py."""
    for node in source.nodes(ast.Attribute):
        if node.attr in LAYOUT_ITEMS:
            yield f"{source.path}:{node.lineno}: {node.attr} shows Python an item of a layout"


def later_calls_end_with_their_widget(source: Source) -> Iterator[str]:
    """A call that comes later finds a widget that is gone, unless Qt knows that it was for that widget."""
    for node in source.nodes(ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr == "singleShot" and len(node.args) < 3:
            yield f"{source.path}:{node.lineno}: singleShot without a widget to end with"


Rule = Callable[[Source], Iterator[str]]

RULES_OF_THE_APP: tuple[Rule, ...] = (
    arrows_point_one_way,
    libraries_stay_in_their_layer,
    only_libraries_we_ask_for,
    models_open_no_files,
    screens_write_no_sql,
    views_do_not_know_each_other,
    foreign_names_are_overrides,
    layouts_keep_their_items,
    later_calls_end_with_their_widget,
)
RULES_FOR_ALL: tuple[Rule, ...] = (files_are_read_in_minutes, functions_fit_on_a_screen)
