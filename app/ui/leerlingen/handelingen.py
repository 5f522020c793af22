"""What the user does in a dossier: asked in a dialog where needed, written with a way back."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.bespreking import Afspraak, Werkaantekening
from app.models.forms.loader import DefinitionError
from app.models.leerling import Leerling, Niveau, Plan
from app.models.school import Groep
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.storage.dossier import Dossier, afspraak_afronden, gezin_koppelen, niveau_zetten
from app.storage.formulieren import OuderVan
from app.storage.leerlingen import keuzegroepen
from app.storage.ongedaan import Schrijf
from app.storage.tijdlijn import nieuwste_versie
from app.ui.context import Context
from app.ui.leerlingen.dialogen import AantekeningDialog, AfspraakDialog, NiveauDialog, ResultaatDialog
from app.ui.leerlingen.gezin_dialoog import GezinDialog
from app.ui.leerlingen.leerling_dialoog import LeerlingDialog
from app.ui.leerlingen.ouder_dialoog import OuderDialog
from app.ui.leerlingen.plan_dialoog import PlanDialog
from app.ui.leerlingen.schrijver import Writer
from app.ui.place import Place

FORM = "leerlingbespreking"


class Actions(QObject):
    """Answers to what the cards and the head want; each method of a card takes what is wanted and a record.

    Signals:
        place_wanted: a `Place` to go to.
        refused: why something could not be begun, in a sentence.
    """

    place_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, screen: QWidget, context: Context, writer: Writer) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = context
        self._writer = writer
        self._dossier: Dossier | None = None

    def set_dossier(self, found: Dossier | None) -> None:
        """Whose dossier is on screen."""
        self._dossier = found

    @property
    def _now(self) -> Dossier:
        assert self._dossier is not None  # what one can click stands there only with a dossier
        return self._dossier

    def begin(self) -> None:
        """Begin a leerlingbespreking now, or go on with the one that is open."""
        if self._now.open_formulier:
            self._go_to_form(self._now.open_formulier)
            return
        question = partial(_begin, self._now, self._context, self._context.folder / "formulieren")
        self._context.db.ask(question, self._go_to_form, owner=self, otherwise=self._not_begun)

    def _go_to_form(self, form: str) -> None:
        self.place_wanted.emit(Place("bespreekmodus", form))

    def _not_begun(self, error: BaseException) -> None:
        if isinstance(error, DefinitionError):
            self.refused.emit(str(error))
        else:
            self._context.db.report(error)

    def edit(self) -> None:
        """Change the personal data."""
        self._context.db.ask(keuzegroepen, self._edit_with, owner=self)

    def _edit_with(self, groups: list[Groep]) -> None:
        today = self._context.vandaag
        changed: Schrijf | None = LeerlingDialog.ask(self._screen, self._now.leerling, groups, today)
        if changed is not None:
            self._writer.write("Gegevens bewaard.", changed)

    def leave(self) -> None:
        """The pupil has left the school."""
        gone = {"gearchiveerd_op": self._context.vandaag().isoformat()}
        self._writer.write("De leerling is van school.", Schrijf("leerling", self._now.leerling.id, gone))

    def come_back(self) -> None:
        """The pupil is at school again."""
        back = Schrijf("leerling", self._now.leerling.id, {"gearchiveerd_op": None})
        self._writer.write("De leerling is weer op school.", back)

    def agreements(self, what: str, afspraak: Afspraak | None) -> None:
        """`add`, `done`, `again`, `result`, or `open` the evaluation."""
        if afspraak is None:
            people = (*self._now.leerkrachten, self._context.gebruiker, *(each.ouder.naam for each in self._now.ouders))
            new = Afspraak(leerling=self._now.leerling.id)
            made = AfspraakDialog.ask(self._screen, new, [each for each in people if each], self._context.vandaag)
            self._keep("Afspraak toegevoegd.", made)
        elif what == "open":
            question = partial(nieuwste_versie, stam=afspraak.formulier or "")
            self._context.db.ask(question, self._go_to_evaluation, owner=self)
        elif what == "result":
            self._write("Resultaat bewaard.", ResultaatDialog.ask(self._screen, afspraak))
        else:
            state, words = ("gedaan", "Afspraak afgevinkt.") if what == "done" else ("open", "De afspraak loopt weer.")
            self._write(words, afspraak_afronden(afspraak, state, afspraak.resultaat))

    def _go_to_evaluation(self, form: str) -> None:
        self.place_wanted.emit(Place("formulier", form, "evaluatie"))

    def parents(self, what: str, van: OuderVan | None) -> None:
        """`add`, `edit` or `remove` (from this pupil; the person stays with brothers and sisters)."""
        if what == "remove" and van is not None:
            self._writer.write("Ouder weggehaald bij dit kind.", Schrijf.weg(van.ouderschap))
            return
        place = max((each.ouderschap.volgorde for each in self._now.ouders), default=-1) + 1
        work = OuderDialog.ask(self._screen, self._context.db, self._now.leerling, van, place)
        self._write("Ouder bewaard." if van else "Ouder toegevoegd.", work)

    def family(self, what: str, other: Leerling | None) -> None:
        """`add` a brother or sister, `open` that dossier, or `remove` this pupil from the family."""
        own = self._now.leerling.id
        if what == "open" and other is not None:
            self.place_wanted.emit(Place("leerling", other.id))
        elif what == "remove":
            self._writer.write("Het kind is los van het gezin.", Schrijf("leerling", own, {"gezin": None}))
        else:
            known = tuple(each.id for each in self._now.broers_zussen)
            chosen = GezinDialog.ask(self._screen, self._context.db, self._now.leerling, known)
            if chosen is not None:
                self._writer.work_out("Broer of zus gekoppeld.", partial(gezin_koppelen, een=own, ander=chosen))

    def levels(self, what: str, niveau: Niveau | None) -> None:
        """`add`, `edit` or `remove` an entry of the history."""
        if what == "remove" and niveau is not None:
            self._writer.write("Niveau weggehaald.", Schrijf.weg(niveau))
            return
        today = self._context.vandaag
        level = self._now.niveau.niveau if self._now.niveau else 1
        begin = niveau or Niveau(leerling=self._now.leerling.id, niveau=level, vanaf=today())
        told: Niveau | None = NiveauDialog.ask(self._screen, begin, today)
        if told is not None and niveau is not None:
            self._keep("Niveau bewaard.", told)
        elif told is not None and told.vanaf is not None:
            work = partial(
                niveau_zetten,
                leerling=told.leerling,
                niveau=told.niveau,
                dag=told.vanaf,
                toelichting=told.toelichting,
            )
            self._writer.work_out("Niveau vastgelegd.", work)

    def plans(self, what: str, plan: Plan | None) -> None:
        """`add`, `edit` or `remove` a plan."""
        if what == "remove" and plan is not None:
            self._writer.write("Plan weggehaald.", Schrijf.weg(plan))
            return
        begin = plan or Plan(soort="handelingsplan", leerling=self._now.leerling.id)
        groepsplannen, today = self._now.groepsplannen, self._context.vandaag
        made = PlanDialog.ask(self._screen, begin, groepsplannen, today, new=plan is None)
        self._keep("Plan bewaard." if plan else "Plan toegevoegd.", made)

    def notes(self, what: str, note: Werkaantekening | None) -> None:
        """`add`, `edit` or `remove` a working note."""
        if what == "remove" and note is not None:
            self._writer.write("Werkaantekening weggehaald.", Schrijf.weg(note))
            return
        begin = note or Werkaantekening(leerling=self._now.leerling.id)
        made = AantekeningDialog.ask(self._screen, begin, self._context.vandaag)
        self._keep("Werkaantekening bewaard.", made)

    def _keep(self, words: str, record: Afspraak | Niveau | Plan | Werkaantekening | None) -> None:
        if record is not None:
            self._writer.write(words, Schrijf.van(record))

    def _write(self, words: str, work: Iterable[Schrijf] | None) -> None:
        if work is not None:
            self._writer.write(words, *work)


def _begin(found: Dossier, context: Context, own_folder: Path, archive: Archive) -> str:
    punt = found.agendapunt
    new = formulieren.Begin(
        definitie=load_definition(FORM, own_folder),
        leerling=found.leerling.id,
        datum=context.vandaag(),
        spreker=found.leerkrachten[0] if found.leerkrachten else context.gebruiker,
        bespreking=punt.bespreking if punt else None,
        agendapunt=punt.id if punt else None,
    )
    return formulieren.begin(archive, new, context.gebruiker)
