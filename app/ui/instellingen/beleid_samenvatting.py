"""A conversation policy to read: per kind when, with whom and how long; and what holds for all."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.gespreksbeleid.definition import Beleid, Soort
from app.models.gespreksbeleid.woorden import (
    formulier_in_woorden,
    moment_in_woorden,
    niveau_in_woorden,
    soort_in_woorden,
    verslag_in_woorden,
)
from app.ui.theme import scale
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Small, Text

FREE = "op elk moment, als er aanleiding voor is"


class Samenvatting(Card):
    """One policy in words."""

    def __init__(self) -> None:
        super().__init__("Zo staat het erin")
        self._sheet: QWidget | None = None

    def show_policy(self, beleid: Beleid) -> None:
        """Show another policy."""
        self.heading.setText(f"Zo staat het in ‘{beleid.titel}’")
        if self._sheet is not None:
            self.body.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        for soort in beleid.soorten:
            column.addWidget(_kind(soort, beleid))
        column.addWidget(_entry("Verslag", [_sentence(verslag_in_woorden(beleid)) + " na het gesprek"]))
        column.addWidget(_entry("Niveaus", [_sentence(niveau_in_woorden(beleid)), _form(beleid)]))
        self.add(self._sheet)


def _kind(soort: Soort, beleid: Beleid) -> QWidget:
    moments = [f"{each.titel}: {moment_in_woorden(each, beleid)}" for each in soort.momenten]
    lines = [_sentence(soort_in_woorden(soort)), *(moments or [_sentence(FREE)])]
    if soort.bijlage:
        lines.append(f"Bij de uitnodiging: {soort.bijlage}")
    return _entry(soort.titel, lines)


def _form(beleid: Beleid) -> str:
    return _sentence(formulier_in_woorden(beleid))


def _entry(name: str, lines: list[str]) -> QWidget:
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scale.space(0.25))
    column.addWidget(Text(name, "strong"))
    for line in lines:
        column.addWidget(Small(line).make_selectable())
    return entry


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
