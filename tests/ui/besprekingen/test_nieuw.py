"""From anywhere straight to a new meeting."""

from datetime import date

from app.ui.besprekingen import view as besprekingen
from app.ui.context import Context
from app.ui.database import Database
from app.ui.place import NIEUW, Place


def test_a_new_meeting_is_asked_for_at_once(qtbot, tmp_path, monkeypatch):
    db = Database()
    db.open(tmp_path, bytes(32), lambda _: None, lambda error: None)
    asked = []
    monkeypatch.setattr(besprekingen.PlanDialog, "ask", lambda *arguments: asked.append(arguments))
    shown = besprekingen.BesprekingenView(Context(db, tmp_path, "Anna de Wit", vandaag=lambda: date(2026, 11, 23)))
    qtbot.addWidget(shown)
    shown.show_place(Place("besprekingen"))
    qtbot.wait(50)
    assert asked == []
    shown.show_place(Place("besprekingen", part=NIEUW))
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert db.close()
