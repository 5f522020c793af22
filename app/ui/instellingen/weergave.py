"""How the program looks."""

from PySide6.QtWidgets import QApplication

from app.ui.instellingen.deel import Deel
from app.ui.settings import TEXT_PERCENTS
from app.ui.theme.follow import follow
from app.ui.widgets.card import Card
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.segmented import Segmented


class WeergaveDeel(Deel):
    """Light or dark, and the size of text."""

    words = "Weergave"
    lead = "Deze keuzes gelden voor deze laptop."

    def build(self) -> None:
        """One card with both choices."""
        themes = (("systeem", "zoals de laptop"), ("licht", "licht"), ("donker", "donker"))
        self._theme = Segmented(list(themes), clearable=False)
        self._size = Segmented([(str(each), f"{each} %") for each in TEXT_PERCENTS], clearable=False)
        self._theme.set_value(self.context.settings.thema)
        self._size.set_value(str(self.context.settings.tekst))
        form = FormRows()
        form.add_row("Kleuren", self._theme)
        form.add_row("Grootte van de letters", self._size, "Witruimte past zich aan als je een scherm opnieuw opent.")
        card = Card()
        card.add(form)
        self.body.addWidget(card)
        self._theme.changed.connect(self._apply)
        self._size.changed.connect(self._apply)

    def _apply(self) -> None:
        settings = self.context.settings
        settings.thema, settings.tekst = self._theme.value(), int(self._size.value())
        settings.save(self.context.folder)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        follow(application, settings.thema, settings.tekst)
