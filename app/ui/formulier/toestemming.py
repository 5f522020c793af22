"""What may leave the school with the consent of the parents, said in place (form A.6, section 7)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.forms.answers import Answers, visible
from app.models.toestemming import Oordeel, OuderGezag, Toestemmingstabel, antwoorden_uit, oordeel
from app.storage.formulieren import Blad
from app.ui.theme import scale
from app.ui.widgets.banner import Banner


def is_asked(blad: Blad, antwoorden: Answers) -> bool:
    """Whether the form has come to an application for which consent is needed."""
    found = blad.definitie.field_by_role("toestemming")
    return found is not None and visible(found[1], antwoorden)


def judge(blad: Blad, antwoorden: Answers, tabel: Toestemmingstabel) -> Oordeel:
    """What the parents' answers allow now."""
    ouders = [OuderGezag(each.ouder.naam, each.ouderschap.gezag) for each in blad.ouders]
    return oordeel(tabel, ouders, antwoorden_uit(blad.definitie, antwoorden))


class ConsentNotice(QWidget):
    """Two verdicts: may the ZAT application be sent, and may documents be shared outside; with what misses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = Banner("info", "")
        self._share = Banner("info", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addWidget(self._send)
        column.addWidget(self._share)

    def show_verdict(self, verdict: Oordeel) -> None:
        """Show what is allowed, and what is needed for what is not."""
        notes = "\n".join(verdict.waarschuwingen)
        if verdict.mag_versturen:
            self._send.set("warn" if notes else "good", "De aanmelding bij het ZAT mag worden verstuurd.", notes)
        else:
            misses = "\n".join(verdict.ontbreekt)
            self._send.set("bad", "De aanmelding bij het ZAT mag nog niet worden verstuurd.", misses)
        if verdict.mag_delen:
            self._share.set("good", "Stukken mogen buiten de school worden gedeeld.")
        else:
            misses = "\n".join(verdict.ontbreekt_voor_delen)
            self._share.set("warn", "Stukken mogen niet buiten de school worden gedeeld.", misses)
