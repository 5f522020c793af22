"""Qt's own dialogs speak Dutch: what Qt's translation lacks, stands in `resources/vertaling`."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app.resources import resource
from app.start.application import finish_application


def _own() -> list[tuple[str, str, str]]:
    """Context, English and Dutch of each text in the source."""
    tree = ElementTree.parse(resource("vertaling", "qt_nl.ts"))
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def test_what_ships_is_what_the_source_says():
    translator = QTranslator()
    assert translator.load("qt_nl", str(resource("vertaling")))
    assert [translator.translate(context, english) for context, english, _ in _own()] == [dutch for *_, dutch in _own()]


@pytest.mark.parametrize(
    ("context", "english", "dutch"),
    [
        ("QFileDialog", "&Look in:", "&Zoeken in:"),
        ("QFileDialog", "File &name:", "Bestands&naam:"),
        ("QPlatformTheme", "Cancel", "Annuleren"),
        ("QWidgetTextControl", "&Paste", "P&lakken"),
    ],
)
def test_a_dialog_of_qt_has_no_english_in_it(qapp: QApplication, context: str, english: str, dutch: str):
    finish_application(qapp)
    assert QCoreApplication.translate(context, english) == dutch
