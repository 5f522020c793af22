"""What every view is given: the way to the archive and who is at work."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.models.school import School
from app.ui.database import Database


@dataclass(slots=True)
class Context:
    """The surroundings of a view; one object for the whole window.

    Attributes:
        db: the archive.
        folder: where the archive stands; a school's own form definitions are in its `formulieren/`.
        gebruiker: name of the IB'er who unlocked; author of what is not said by somebody else.
        school: the school as it is now.
        demo: whether this is the Proefschool.
        vandaag: today's date; asked each time, since the program can stay open overnight.
    """

    db: Database
    folder: Path
    gebruiker: str = ""
    school: School = field(default_factory=School)
    demo: bool = False
    vandaag: Callable[[], date] = date.today
