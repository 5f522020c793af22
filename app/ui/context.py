"""What every view is given: the way to the archive and who is at work."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.models.school import School
from app.ui.database import Database
from app.ui.settings import Settings

if TYPE_CHECKING:
    from app.storage.keys import Unlocked


@dataclass(slots=True)
class Context:
    """The surroundings of a view; one object for the whole window.

    Attributes:
        db: the archive.
        folder: where the archive stands; a school's own form definitions are in its `formulieren/`.
        gebruiker: name of the IB'er who unlocked; author of what is not said by somebody else.
        ik: id of the `Medewerker` who that is, or empty when there is none.
        school: the school as it is now.
        demo: whether this is the Proefschool.
        settings: what the user chose about the program itself.
        ingang: the key slot with which was unlocked; None for the Proefschool, which has no passphrase.
        terugzetten: locks, and puts the backup of a folder, with this key, in the place of the archive.
        vandaag: today's date; asked each time, since the program can stay open overnight.
    """

    db: Database
    folder: Path
    gebruiker: str = ""
    ik: str = ""
    school: School = field(default_factory=School)
    demo: bool = False
    settings: Settings = field(default_factory=Settings)
    ingang: "Unlocked | None" = None
    terugzetten: Callable[[Path, bytes], None] | None = None
    vandaag: Callable[[], date] = date.today

    def forget_key(self) -> None:
        """What has to wait for the next unlock goes on without the key of the archive."""
        self.ingang = None

    def follow(self, other: "Context") -> None:
        """Be at work for whoever unlocked now, who may be somebody else; the archive is the same."""
        self.gebruiker, self.ik, self.school, self.ingang = other.gebruiker, other.ik, other.school, other.ingang

    @property
    def own_forms(self) -> Path:
        """Folder with the school's own definitions, which go before the shipped ones; it need not exist."""
        return self.folder / "formulieren"
