"""The people outside the school: found, added, changed, and put away when they are no longer there."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from app.models.contact import CONTACTROLLEN, Contact, samengevoegd
from app.models.ids import new_id
from app.storage.archive import Archive
from app.storage.contacten import contacten, voeg_samen
from app.storage.ongedaan import Schrijf, schrijf
from app.ui.contactkeuze.dialoog import ContactDialog
from app.ui.instellingen.contactimport import ContactImportDialog
from app.ui.instellingen.deel import Deel
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.line_field import LineField
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag

LINES = 20
"""Least height of the card with the list in lines of text."""

COLUMNS = (
    Column("naam", "Naam", 15, stretch=1, role="strong"),
    Column("rol", "Rol", 25, stretch=1),
    Column("waar", "Organisatie", 21, stretch=4),
    Column("bereikbaar", "Bereikbaar", 17, stretch=1, role="muted"),
)


class ContactenDeel(Deel):
    """The list of contacts, sifted as fast as one types."""

    words = "Contacten"
    fills = True
    lead = "De mensen buiten de school. Je kiest ze bij een consult of route, en hoeft ze nooit twee keer in te typen."

    def build(self) -> None:
        """Buttons, sieve and list."""
        self._all: list[Contact] = []
        self._pointed_at = ""
        add, table = Button("Contact toevoegen", "primary", icon="plus"), Button("Tabel inlezen", icon="importeer")
        self.archive, self.back = Button("Archiveren", small=True), Button("Terughalen", small=True)
        self.edit, self.merge = Button("Wijzig", small=True), Button("Voeg samen …", small=True)
        self.merge.setToolTip("Kies twee regels die over dezelfde persoon gaan (Ctrl+klik)")
        self.letters, self.rol = LineField(characters=28), Choice(CONTACTROLLEN.items(), empty="Alle rollen")
        self.old = CheckBox("Toon ook gearchiveerde")
        self.letters.setPlaceholderText("Zoek op naam of organisatie")
        accessible.name(self.letters, "Zoek in de contacten")
        accessible.name(self.rol, "Rol")
        self.table = DataTable("Contacten", COLUMNS, multiple=True)
        self.table.set_empty(EmptyState("mensen", "Geen contacten", "Voeg iemand toe, of lees een tabel in."))
        self.body.addWidget(Flow(add, table))
        card = Card()
        card.setMinimumHeight(scale.metrics().height() * LINES)
        card.add(Flow(self.letters, self.rol, self.old))
        card.add(self.table, 1)
        card.add(Flow(self.edit, self.merge, self.archive, self.back))
        self.body.addWidget(card, 1)
        add.clicked.connect(self._add)
        table.clicked.connect(self._import)
        for field in (self.letters, self.rol, self.old):
            field.changed.connect(self._sift)
        self.edit.clicked.connect(self._edit_selected)
        self.merge.clicked.connect(self._merge)
        self.archive.clicked.connect(self._archive)
        self.back.clicked.connect(self._bring_back)
        self.table.row_activated.connect(self._edit)
        self.table.selection_changed.connect(self._fit_buttons)

    def point_at(self, record_id: str) -> None:
        """Show one contact, whatever the list was sifted by."""
        self._pointed_at = record_id
        if record_id:
            self.letters.set_value("")
            self.rol.set_value("")

    def read(self) -> None:
        """Show the list as it is."""
        self.context.db.ask(_read, self._show, owner=self)

    def _show(self, found: list[Contact]) -> None:
        self._all = found
        self._sift()
        place = next((at for at, row in enumerate(self.table.rows()) if row["id"] == self._pointed_at), None)
        if place is not None:
            self.table.selectRow(place)
            self._pointed_at = ""

    def _sift(self) -> None:
        wanted = self.letters.value().casefold().split()
        self.table.set_rows([_row(each) for each in self._all if self._fits(each, wanted)])
        self._fit_buttons()

    def _fits(self, each: Contact, wanted: list[str]) -> bool:
        text = f"{each.naam} {each.functie} {each.email} {each.opmerking}".casefold()
        shown = each.gearchiveerd_op is None or self.old.value()
        return shown and self.rol.value() in ("", each.rol) and all(word in text for word in wanted)

    def _fit_buttons(self) -> None:
        chosen = self._chosen()
        self.edit.setEnabled(len(chosen) == 1)
        self.merge.setEnabled(len(chosen) == 2)
        self.archive.setEnabled(any(each.gearchiveerd_op is None for each in chosen))
        self.back.setVisible(any(each.gearchiveerd_op for each in chosen))

    def _chosen(self) -> list[Contact]:
        return [row["contact"] for row in self.table.selected_rows()]

    def _add(self) -> None:
        answer = ContactDialog.ask(self, Contact(rol=self.rol.value() or "overig"))
        if answer:
            self.keep(f"{answer['naam']} staat in de lijst.", Schrijf(Contact.kind, new_id(), answer))

    def _edit(self, row: Row) -> None:
        each = row["contact"]
        answer = ContactDialog.ask(self, each)
        if answer:
            self.keep(f"{answer['naam']} is gewijzigd.", Schrijf(Contact.kind, each.id, answer))

    def _edit_selected(self) -> None:
        for row in self.table.selected_rows()[:1]:
            self._edit(row)

    def _merge(self) -> None:
        stays, goes = samengevoegd(*self._chosen())
        words = f"{stays.naam} en {goes.naam} worden één contact"
        answer = ContactDialog.ask(self, stays, title=words, accept="Voeg samen")
        if answer:
            question = partial(_merge, stays.id, goes.id, answer, self.context.gebruiker)
            self.context.db.ask(question, partial(self._kept, f"{answer['naam']} staat er nog één keer."), owner=self)

    def _archive(self) -> None:
        self._put("gearchiveerd", self.context.vandaag().isoformat())

    def _bring_back(self) -> None:
        self._put("terug in de lijst", None)

    def _put(self, words: str, day: str | None) -> None:
        chosen = self._chosen()
        who = chosen[0].naam if len(chosen) == 1 else f"{len(chosen)} contacten"
        verb = "is" if len(chosen) == 1 else "zijn"
        self.keep(f"{who} {verb} {words}.", *(_put(each, day) for each in chosen))

    def _import(self) -> None:
        back = ContactImportDialog.ask(self, self.context)
        if back:
            count = len(back)
            words = "1 contact is overgenomen." if count == 1 else f"{count} contacten zijn overgenomen."
            self.read()
            self.undo.offer(words, partial(self._take_back, back))


def _row(each: Contact) -> Row:
    where = " · ".join(filter(None, dict.fromkeys((each.organisatie, each.bestuur, each.deelverband))))
    rol = CONTACTROLLEN.get(each.rol, each.rol)
    shown = Tag("gearchiveerd") if each.gearchiveerd_op else rol
    return {
        "id": each.id,
        "naam": each.naam,
        "rol": shown,
        "waar": where,
        "bereikbaar": each.telefoon or each.email,
        "contact": each,
    }


def _put(each: Contact, day: str | None) -> Schrijf:
    return Schrijf(Contact.kind, each.id, {"gearchiveerd_op": day})


def _merge(stays: str, goes: str, fields: Mapping[str, Any], author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return schrijf(archive, voeg_samen(archive, stays, goes, fields), author)


def _read(archive: Archive) -> list[Contact]:
    return contacten(archive, ook_gearchiveerd=True)
