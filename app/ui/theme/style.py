"""Where theme and type scale reach Qt: Fusion, one QPalette, one small stylesheet.

The stylesheet holds only what Qt's own widgets need (fields, scroll bars, menus, text roles). Everything with a shape
of its own paints itself from the colour roles: Qt matches every rule against every widget it makes, so a long
stylesheet is paid for in each form that opens.

Nothing here names the namespace `Qt`: PySide makes all its hundred enumerations at the first mention, which takes 16
milliseconds, and the unlock window must not wait for that.
"""

from string import Template

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from app.ui.theme import palette, scale

FUSION = "fusion"
"""Property of the application that wears Fusion already. To ask the style itself costs 8 ms at start."""

_SHEET = Template("""
QToolTip { color: $ink; background: $surface; border: 1px solid $edge; padding: ${s05}px ${s1}px; }
QLabel[rol="title"] { font-size: ${pt_title}pt; font-weight: 700; }
QLabel[rol="heading"] { font-size: ${pt_heading}pt; font-weight: 600; }
QLabel[rol="strong"] { font-weight: 600; }
QLabel[rol="muted"] { color: $muted; }
QLabel[rol="small"] { color: $muted; font-size: ${pt_small}pt; }
QLabel[rol="error"] { color: $bad; font-size: ${pt_small}pt; font-weight: 600; }
QLineEdit, QPlainTextEdit {
  background: $surface; color: $ink; border: 1px solid $border; border-radius: ${corner}px;
  padding: ${field_y}px ${field_x}px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: ${text_y}px ${text_x}px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: ${field_y_in}px ${field_x_in}px; }
QPlainTextEdit:focus { padding: ${text_y_in}px ${text_x_in}px; }
QLineEdit[fout="true"], QPlainTextEdit[fout="true"] { border-color: $bad; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $ground; color: $muted; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $ground; border-color: $line; }
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus { border-color: $accent; }
QLineEdit[kaal="true"] { border: none; background: transparent; padding: 0; }
QScrollBar { background: transparent; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: ${s05}px; }
QMenu::item { padding: ${s075}px ${s3}px ${s075}px ${s2}px; border-radius: 6px; }
QMenu::icon { padding-left: ${s1}px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: ${s05}px ${s1}px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QListView#keuzelijst {
  background: $surface; color: $ink; border: 1px solid $edge; padding: ${s05}px; outline: none; }
QListView#keuzelijst { padding: 0; }
QComboBox QAbstractItemView::item, QListView#keuzelijst::item { padding: ${s075}px ${s1}px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover,
QListView#keuzelijst::item:selected, QListView#keuzelijst::item:hover {
  background: $accent_soft; color: $accent; }
QTableView, QTableView QHeaderView { background: transparent; border: none; outline: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
""")


def apply_theme(app: QApplication, dark: bool, text_percent: int = 100) -> None:
    """Dress the program, at start or while it runs; everything on screen follows.

    Parameters:
        dark: the dark theme instead of the light one.
        text_percent: text size of Instellingen, 100 to 175.
    """
    palette.use(palette.DARK if dark else palette.LIGHT)
    scale.set_text_scale(text_percent)
    if not app.property(FUSION):  # Qt's own Windows style glitches; Fusion is the same everywhere
        app.setStyle("Fusion")
        app.setProperty(FUSION, True)
    app.setFont(scale.base_font())
    app.setPalette(_qt_palette())
    app.setStyleSheet(_SHEET.substitute(_values()))


def looks_dark(app: QApplication) -> bool:
    """Whether the program's present clothes are dark; before the first `apply_theme` those are the system's."""
    return app.palette().color(QPalette.ColorRole.Window).lightness() < 128


def _values() -> dict[str, str]:
    """What the stylesheet's template asks for: roles as colours, grid steps and type sizes as numbers."""
    values = {role: getattr(palette.current(), role) for role in palette.ROLE_NAMES}
    steps = {"s05": 0.5, "s075": 0.75, "s1": 1, "s15": 1.5, "s2": 2, "s3": 3}
    values |= {name: str(scale.space(step)) for name, step in steps.items()}
    values |= {f"pt_{role}": f"{scale.font(role).pointSizeF():.2f}" for role in ("title", "heading", "small")}
    # Qt keeps 2 pixels beside the text of a line edit: without them it lines up with the other fields.
    # A focused edge is one pixel thicker; the padding gives that pixel back, so that nothing moves.
    paddings = {"field_y": 1, "field_x": 1.5, "text_y": 0.75, "text_x": 1}
    for name, step in paddings.items():
        pixels = scale.space(step) - (2 if name == "field_x" else 0)
        values |= {name: str(pixels), f"{name}_in": str(pixels - 1)}
    values["corner"] = str(scale.CORNER)
    return values


def _qt_palette() -> QPalette:
    """The colour roles as Qt names them."""
    role = QPalette.ColorRole
    colour = palette.colour
    result = QPalette()
    for qt_role, name in (
        (role.Window, "ground"),
        (role.WindowText, "ink"),
        (role.Base, "surface"),
        (role.AlternateBase, "hover"),
        (role.Text, "ink"),
        (role.PlaceholderText, "muted"),
        (role.Button, "surface"),
        (role.ButtonText, "ink"),
        (role.BrightText, "on_accent"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Light, "surface"),
        (role.Midlight, "hover"),
        (role.Mid, "line"),
        (role.Dark, "border"),
        (role.Shadow, "edge"),
    ):
        result.setColor(qt_role, colour(name))
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, qt_role, colour("muted"))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, colour("line"))
    return result
