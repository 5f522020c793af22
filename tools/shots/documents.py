"""Every document that the program makes, of the Proefschool."""

import sys
from functools import partial
from pathlib import Path

from app.storage import besprekingen, verslagen
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.ui.besprekingen.papier import agenda_document, blank_document
from app.ui.exporteren.opslaan import ToSave
from app.ui.verslag.document import note, report_document
from tools.cast import Cast, find_cast
from tools.stage import Stage

NOTE = "notitie.txt"


def make_documents(demo: Path, folder: Path) -> list[Path]:
    """Make them; the folder is made too.

    Parameters:
        demo: folder of the archive.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(demo)
    found: list[tuple[verslagen.Verslag, besprekingen.Agenda]] = []
    stage.db.ask(partial(_read, stage), found.append)
    stage.settle()
    verslag, agenda = found[0]
    context = stage.context
    definition, _ = load_definition("leerlingbespreking", None)
    made = [
        _save(report_document(verslag, context, whole=False), folder),
        _save(report_document(verslag, context, whole=True), folder),
        _save(blank_document(definition, context.school, context), folder),
        _save(agenda_document(agenda, context.school, context), folder),
    ]
    text = folder / NOTE
    text.write_text(note(verslag, context), "utf-8")
    stage.close()
    return [*made, text]


def _read(stage: Stage, archive: Archive) -> tuple[verslagen.Verslag, besprekingen.Agenda]:
    cast: Cast = find_cast(archive)
    verslag = verslagen.open_verslag(archive, cast.vastgesteld, stage.day, stage.context.gebruiker)
    return verslag, besprekingen.agenda(archive, cast.komend)


def _save(document: ToSave, folder: Path) -> Path:
    path = folder / document.name
    document.make().save(str(path))
    return path


if __name__ == "__main__":
    make_documents(Path(sys.argv[1]), Path(sys.argv[2]))
