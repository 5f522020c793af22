"""Tells the save indicator what the autosave says."""

from datetime import datetime

from app.ui.widgets.save_state import SaveState


def show_state(indicator: SaveState, state: str, at: datetime | None) -> None:
    """Show a state of `Autosave`: `bewaard`, `bezig`, `laat` or `fout`. Small writes go by without a flicker."""
    if state == "bewaard":
        indicator.show_saved(at)
    elif state == "laat":
        indicator.show_unsaved()
    elif state == "fout":
        indicator.show_failed("Opslaan lukt nu niet, ik probeer het weer")
