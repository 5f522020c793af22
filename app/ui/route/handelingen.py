"""What is done on the page of a route: asked in a dialog, written with a way back, refused with a reason."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.datums import lang
from app.models.forms.loader import DefinitionError
from app.models.route import Mpo, Routebericht
from app.models.routes.definition import Besluit, Informeren, Vereiste
from app.models.routes.regels import mag_verslag
from app.models.routes.stand import Keuze
from app.storage.archive import Archive
from app.storage.errors import StorageError
from app.ui.context import Context
from app.ui.exporteren.uitnodiging import invitation_document
from app.ui.place import Place
from app.ui.route import opdrachten
from app.ui.route.dialogen import (
    BerichtDialoog,
    BesluitDialoog,
    Gezet,
    StapDialoog,
    Stapvraag,
    VereisteDialoog,
    Verteld,
)
from app.ui.route.mpo_dialoog import MpoDialoog, UitkomstDialoog
from app.ui.route.opdrachten import Back, Getoond
from app.ui.route.stappen import open_choices
from app.ui.widgets.undo_bar import UndoBar

Work = Callable[[Archive], Back]


class Deeds(QObject):
    """Answers to what the cards want.

    Parameters:
        host: the view; dialogs open over it.
        bar: where taking back is offered.

    Signals:
        place_wanted: a `Place` to go to.
        refused: why something can't be done, as sentences; none takes earlier ones away.
        stepped: the route went to another station, or ended.
        to_mpos: the card of MPO's should be in sight.
        letters_ready: a document with invitations, to be saved.
    """

    place_wanted = Signal(object)
    refused = Signal(tuple)
    stepped = Signal()
    to_mpos = Signal()
    letters_ready = Signal(object)

    def __init__(self, context: Context, host: QWidget, bar: UndoBar) -> None:
        super().__init__(host)
        self._context, self._host, self._bar = context, host, bar
        self._shown: Getoond | None = None

    def set_shown(self, shown: Getoond | None) -> None:
        """Which route is on screen."""
        self._shown = shown

    @property
    def _here(self) -> str:
        return self._now.blad.hier.station.id

    @property
    def _now(self) -> Getoond:
        assert self._shown is not None  # what one can press stands there only with a route
        return self._shown

    def offer_begun(self) -> None:
        """Offer to take back that this route began; the pupil it was for is shown then."""
        back = partial(opdrachten.remove, self._now.blad.route, self._context)
        to_pupil = partial(self._go_to_pupil, self._now.blad.leerling.id)
        undo = partial(self._context.db.ask, back, to_pupil, owner=self, otherwise=self._complain)
        self._bar.offer("De route is begonnen.", undo)

    def step(self, what: str) -> None:
        """`verder`, `terug`, `overslaan`, `einde` or `weg`."""
        if what == "weg":
            self._write("De route is weggehaald.", opdrachten.remove)
            return
        can = self._now.blad.mogelijk
        if what == "einde":
            self._end(can.einde)
            return
        choices = {"verder": can.verder, "terug": can.terug[::-1], "overslaan": can.overslaan}[what]
        open_ = open_choices(choices)
        if not open_:
            self.refused.emit(_reasons(choices))
            return
        self.refused.emit(())
        question = _question(what, open_, self._now, can.voorstel)
        made: Gezet | None = StapDialoog.ask(self._host, question, self._now.mensen, self._context.vandaag)
        if made is not None:
            to = self._now.kort(made.naar)
            said = {"verder": f"De route is nu bij {to}.", "terug": f"De route is terug bij {to}."}
            self._write(said.get(what, f"De route ging meteen naar {to}."), opdrachten.step, what, made, moved=True)

    def _end(self, reasons: tuple[str, ...]) -> None:
        self.refused.emit(reasons)
        if reasons:
            return
        hint = "Bijvoorbeeld wat er is afgesproken, of waarom de route niet verder hoeft"
        question = Stapvraag(
            "De route beëindigen", "Beëindig", "Alles blijft te lezen.", "Waarom eindigt de route?", hint
        )
        made: Gezet | None = StapDialoog.ask(self._host, question, self._now.mensen, self._context.vandaag)
        if made is not None:
            self._write("De route is beëindigd.", opdrachten.step, "einde", made, moved=True)

    def decide(self, besluit: Besluit) -> None:
        """Record a decision of the present station."""
        reasons = self._now.blad.mogelijk.besluiten.get(besluit.id, ())
        self.refused.emit(reasons)
        if reasons:
            return
        after = self._now.gevolg(besluit)
        made: Gezet | None = BesluitDialoog.ask(self._host, besluit, after, self._now.mensen, self._context.vandaag)
        if made is not None:
            self._write("Het besluit is vastgelegd.", opdrachten.decide, besluit.id, made)

    def need(self, what: str, vereiste: Vereiste) -> None:
        """Tick a requirement (`vink_af`), open it again (`toch_niet`), or go to where it is met (`ga`)."""
        if what == "vink_af":
            made = VereisteDialoog.ask(self._host, vereiste.titel, self._context.vandaag)
            if made is not None:
                self._write("Afgevinkt.", opdrachten.tick, self._here, vereiste.id, *made)
        elif what == "toch_niet":
            self._write("Dit staat weer open.", opdrachten.tick, self._here, vereiste.id, None, "")
        elif vereiste.soort == "besluit":
            besluit = self._now.blad.hier.station.besluit(vereiste.besluit)
            if besluit is not None:
                self.decide(besluit)
        elif vereiste.soort == "mpo_uitkomst":
            self._to_outcome()
        elif vereiste.soort == "toestemming":
            self._go_to_pupil(self._now.blad.leerling.id)
        else:
            self.opp()

    def tell(self, asked: Informeren | None) -> None:
        """Note that somebody was informed."""
        who = asked.wie if asked is not None else ""
        people = (*self._now.ouders, *self._now.mensen)
        user = self._context.gebruiker
        made: Verteld | None = BerichtDialoog.ask(self._host, who, people, self._context.vandaag, user)
        if made is not None:
            self._write("Genoteerd.", opdrachten.tell, self._here, asked.id if asked is not None else "", made)

    def untell(self, message: Routebericht) -> None:
        """Take a message away."""
        self._write("Weggehaald.", opdrachten.untell, message)

    def mpo(self, what: str, mpo: Mpo | None) -> None:
        """Plan, change, report, sum up or remove an MPO; see `MpoCard.wanted`."""
        if mpo is None:
            self._plan()
        elif what == "wijzig":
            made: Mpo | None = MpoDialoog.ask(self._host, self._context, mpo, new=False)
            if made is not None:
                self._write("Het MPO is bewaard.", opdrachten.change_mpo, made)
        elif what == "uitkomst":
            self._outcome(mpo)
        elif what == "directeur":
            self._headmaster(mpo)
        elif what == "uitnodiging":
            self._invite(mpo)
        elif what == "weg":
            self._write("Het MPO is weggehaald.", opdrachten.remove_mpo, mpo)
        else:
            question = partial(opdrachten.minutes, mpo, self._context)
            self._context.db.ask(question, self._go_to_form, owner=self, otherwise=self._complain)

    def _invite(self, mpo: Mpo) -> None:
        letters = opdrachten.invitations(self._now, mpo, self._context.gebruiker)
        if letters:
            self.letters_ready.emit(invitation_document(letters, self._context))
        else:
            self.refused.emit(("Zet eerst bij het MPO wie er komen: kies de partijen, en noem de ouders.",))

    def _plan(self) -> None:
        reasons = self._now.blad.mogelijk.mpo
        self.refused.emit(reasons)
        if reasons:
            return
        begin = opdrachten.next_mpo(self._now, self._context.gebruiker)
        made: Mpo | None = MpoDialoog.ask(self._host, self._context, begin, new=True)
        if made is not None:
            self._write("Het MPO is gepland.", opdrachten.plan_mpo, made)

    def _outcome(self, mpo: Mpo) -> None:
        reasons = mag_verslag(mpo.datum, self._context.vandaag())
        self.refused.emit(reasons)
        if reasons:
            return
        made = UitkomstDialoog.ask(self._host, mpo, self._now.blad.definitie.einde_bij)
        if made is not None:
            self._write("De uitkomst is vastgelegd.", opdrachten.outcome, mpo, *made)

    def _headmaster(self, mpo: Mpo) -> None:
        if mpo.datum and mpo.datum > self._context.vandaag():
            self.refused.emit((f"Dit MPO staat op {lang(mpo.datum)}. Is het al geweest, pas dan eerst de dag aan.",))
            return
        user = self._context.gebruiker
        made = BerichtDialoog.ask(self._host, "de directeur", self._now.mensen, self._context.vandaag, user, mpo.datum)
        if made is not None:
            self._write("De directeur weet de uitkomst.", opdrachten.headmaster, mpo, made, moved=True)

    def _to_outcome(self) -> None:
        """The outcome of the last MPO, or planning one where there is none."""
        waiting = next((each.mpo for each in self._now.blad.mpos if not each.mpo.uitkomst), None)
        if waiting is None:
            self._plan()
        else:
            self.to_mpos.emit()

    def opp(self) -> None:
        """Open the OPP, or begin one when there is none that can be used."""
        question = partial(opdrachten.opp, self._now, self._context)
        self._context.db.ask(question, self.place_wanted.emit, owner=self, otherwise=self._complain)

    def _go_to_pupil(self, leerling: str, _back: Back = ()) -> None:
        self.place_wanted.emit(Place("leerling", leerling))

    def _go_to_form(self, form: str) -> None:
        self.place_wanted.emit(Place("formulier", form))

    def _write(self, words: str, work: Callable[..., Back], *about: object, moved: bool = False) -> None:
        question = partial(work, self._now.blad.route, *about, self._context)
        then = partial(self._written, words, moved)
        self._context.db.ask(question, then, owner=self, otherwise=self._complain)

    def _written(self, words: str, moved: bool, back: Back) -> None:
        self.refused.emit(())
        if moved:
            self.stepped.emit()
        if back:
            self._bar.offer(words, partial(self._take_back, back))

    def _take_back(self, back: Back) -> None:
        self._context.db.ask(partial(opdrachten.take_back, back, self._context), self._taken_back, owner=self)

    def _taken_back(self, _back: Back) -> None:
        self.stepped.emit()

    def _complain(self, error: BaseException) -> None:
        if isinstance(error, StorageError | DefinitionError):
            self.refused.emit((str(error),))
        else:
            self._context.db.report(error)


def _reasons(choices: Iterable[Keuze]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for choice in choices for each in choice.bezwaren))


def _question(what: str, choices: tuple[Keuze, ...], shown: Getoond, proposal: str) -> Stapvraag:
    """What is asked with a step; the proposed station stands first."""
    in_order = sorted(choices, key=lambda each: each.naar != proposal) if what == "verder" else choices
    options = tuple((each.naar, _option(each, shown)) for each in in_order)
    one = shown.kort(options[0][0]) if len(options) == 1 else ""
    match what:
        case "verder":
            title = f"Verder naar {one}" if one else "Verder"
            return Stapvraag(title, "Verder", reden="Toelichting", verplicht=False, stations=options)
        case "terug":
            title = f"Terug naar {one}" if one else "Een stap terug"
            return Stapvraag(title, "Ga terug", reden="Waarom terug?", stations=options)
        case _:
            words = "Je gaat meteen naar een later station. Wat hier nog mist, blijft open."
            hint = "Wie dit later leest, moet het kunnen volgen"
            return Stapvraag("Stations overslaan", "Sla over", words, "Waarom overslaan?", hint, stations=options)


def _option(choice: Keuze, shown: Getoond) -> str:
    name = shown.kort(choice.naar)
    return f"{name}: {choice.als[:1].lower()}{choice.als[1:]}" if choice.als else name
