"""Choosing a pack: what goes along, how it looks, for whom and why, and whether the parents agree."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exports.pakket import namen
from app.exports.vel import KOP, LABEL, PUNT, TUSSENKOP, Proefregel
from app.models.pakketregels import Pakketoordeel, pakketoordeel
from app.ui.contactkeuze.keuze import ContactChoice
from app.ui.context import Context
from app.ui.pakket.aanbod import Onderdeel, Pakketaanbod, Pakketkeuze
from app.ui.pakket.toestemming import ToestemmingBlok
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Heading, Small, Text
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

MAP, ZIP = "map", "zip"
MAY, MAY_NOT = "De ouders vinden het goed", "Dit mag de school nog niet uit"
ONLY_PAPER = "Alleen de aanvraag mag weg, zonder bijlagen"
READING = "De toestemming wordt nog gelezen; probeer het zo nog eens."
LOOK, LOOK_NO_MORE = "Bekijk wat erin komt", "Verberg wat erin komt"
LOOKS = {KOP: ("heading", 1.5), TUSSENKOP: ("strong", 1), LABEL: ("muted", 0.5)}
"""Of each kind of line in the preview its type role, and the room above it that sets it off from what it heads."""


class PakketDialoog(Dialog):
    """Asks for a pack. `ask` returns a `Pakketkeuze` or None; without consent it doesn't let anything through."""

    def __init__(self, parent: QWidget | None, context: Context, aanbod: Pakketaanbod) -> None:
        super().__init__(parent, aanbod.titel, accept="Maak het pakket", characters=84)
        self._aanbod = aanbod
        self._oordeel: Pakketoordeel | None = None
        self.boxes = {each.id: CheckBox(_words(each), each.gekozen) for each in aanbod.onderdelen}
        self.verdict = Banner("info", "Toestemming")
        self.consent = ToestemmingBlok(context, [each for each, _ in aanbod.leerlingen], over=self._for_letter)
        self.contacts = ContactChoice(context, aanbod.rollen, many=True)
        self.contacts.set_value(aanbod.voor)
        self.why = LineField(aanbod.waarom)
        self.form = Segmented([(MAP, "Een map met bestanden"), (ZIP, "Eén zip-bestand")], clearable=False)
        self.form.set_value(MAP)
        self.names = Small("")
        self.look = Button(LOOK, icon="oog", small=True)
        self.sheet = Card(quiet=True)
        self.sheet.hide()
        self._words: QWidget | None = None
        self._lay_out()
        self._connect()
        self.consent.read()
        self._show_names()

    def _lay_out(self) -> None:
        self.add(self.verdict)
        self.verdict.hide()
        self.add(self.consent)
        self.add(Heading("Wat gaat er mee?"))
        ticks = QVBoxLayout()
        self.add(ticks)
        ticks.setSpacing(0)
        for each in self._aanbod.onderdelen:
            self.boxes[each.id].setEnabled(not each.vast)
            ticks.addWidget(self.boxes[each.id])
        if self._aanbod.let_op is not None:
            self.add(Banner("warn", *self._aanbod.let_op))
        if self._aanbod.proef is not None:
            self.add(Flow(self.look))
            self.add(self.sheet)
        form = FormRows()
        if self._aanbod.aan:
            form.add_row("Voor", Text(self._aanbod.aan))
        else:
            form.add_row("Voor wie is het?", self.contacts)
        form.add_row("Waarvoor?", self.why, "Dit staat in het pakket, en in het dossier bij ‘Wat de school uit ging’.")
        form.add_row("Hoe wil je het hebben?", self.form)
        self.add(form)
        self.add(self.names)

    def _connect(self) -> None:
        self.consent.changed.connect(self._judge)
        self.look.clicked.connect(self._toggle_look)
        self.contacts.changed.connect(self._show_names)
        for each in self.boxes.values():
            each.changed.connect(self._show_names)

    def answer(self) -> Pakketkeuze:
        """What was chosen."""
        return Pakketkeuze(
            onderdelen=tuple(each.id for each in self._aanbod.onderdelen if self._goes(each)),
            als_zip=self.form.value() == ZIP,
            aan=self._to_whom(),
            waarom=self.why.value().strip(),
            grond=self.consent.grond(),
        )

    def complaint(self) -> str:
        """Something has to go, to somebody, for something, and the parents have to agree."""
        if self._oordeel is None:
            return READING
        if not self._oordeel.mag_weg:
            return f"{MAY_NOT}: kijk bovenaan wat er nog moet gebeuren."
        if not any(self._goes(each) for each in self._aanbod.onderdelen):
            return "Kies wat er mee gaat."
        if not self._to_whom():
            return "Kies voor wie het is."
        return "" if self.why.value().strip() else "Vul in waarvoor het is."

    def _goes(self, each: Onderdeel) -> bool:
        allowed = not each.is_bijlage or (self._oordeel is not None and self._oordeel.mag_bijlagen)
        return allowed and self.boxes[each.id].value()

    def _to_whom(self) -> str:
        return self._aanbod.aan or ", ".join(f"{each.naam} ({each.functie})" for each in self.contacts.contacten())

    def _judge(self) -> None:
        self._oordeel = pakketoordeel(self.consent.oordelen(), aanvraag=self._aanbod.aanvraag)
        found = self._oordeel
        misses, warnings = "\n".join(found.ontbreekt), "\n".join(found.waarschuwingen)
        if not found.mag_weg:
            self.verdict.set("bad", MAY_NOT, misses)
        elif self._has_files() and not found.mag_bijlagen:
            self.verdict.set("warn", ONLY_PAPER, "\n".join(part for part in (misses, warnings) if part))
        else:
            self.verdict.set("warn" if warnings else "good", MAY, warnings)
        self.verdict.show()
        for each in self._aanbod.onderdelen:
            self.boxes[each.id].setEnabled(not each.vast and (found.mag_bijlagen or not each.is_bijlage))
        self._show_names()

    def _has_files(self) -> bool:
        return any(each.is_bijlage for each in self._aanbod.onderdelen)

    def _show_names(self) -> None:
        keuze = self.answer()
        found = namen(self._aanbod.delen(keuze))
        self.names.setText("In het pakket: " + ", ".join(found) if found else "Er gaat nog niets mee.")
        if self.sheet.isVisible():
            self._fill_sheet()

    def _toggle_look(self) -> None:
        self.sheet.setVisible(not self.sheet.isVisible())
        self.look.setText(LOOK_NO_MORE if self.sheet.isVisible() else LOOK)
        if self.sheet.isVisible():
            self._fill_sheet()

    def _fill_sheet(self) -> None:
        """Show the words that would leave."""
        if self._aanbod.proef is None:
            return
        if self._words is not None:
            self.sheet.body.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()
        self._words = _preview(self._aanbod.proef(self.answer().onderdelen))
        self.sheet.add(self._words)
        self._words.show()

    def _for_letter(self) -> Mapping[str, str | Sequence[str]]:
        """What the letter to the parents says of this pack."""
        chosen = [each.titel for each in self._aanbod.onderdelen if self.boxes[each.id].value()]
        return {"met": self._to_whom(), "waarom": self.why.value().strip(), "stukken": tuple(chosen)}


def _words(each: Onderdeel) -> str:
    return f"{each.titel}  ·  {each.onder}" if each.onder else each.titel


def _preview(lines: Sequence[Proefregel]) -> QWidget:
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scale.space(0.5))
    for each in lines:
        role, room = LOOKS.get(each.soort, ("body", 0))
        if column.count():
            column.addSpacing(scale.space(room))
        column.addWidget(Text(f"•  {each.tekst}" if each.soort == PUNT else each.tekst, role))
    if not lines:
        column.addWidget(Text("Er komt geen tekst in: er gaan alleen bijlagen mee."))
    return words
