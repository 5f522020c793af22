"""Every document that the program makes, of the Proefschool."""

import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

from app.exports.pakket import Papier, namen
from app.models.aanvraag import Aanvraagdossier, OverLeerling
from app.models.consult import Consult
from app.models.jaarplan import Jaarplan
from app.models.overdracht import Overdracht
from app.models.route import Route
from app.models.uitnodiging import Brief
from app.storage import besprekingen, naar_agenda, schooljaren, uitnodigingen, verslagen
from app.storage.aanvragen import aanvraagdossier, over_leerling
from app.storage.archive import Archive
from app.storage.definities import load_definition, load_toestemmingstabel
from app.storage.overdrachten import overdracht
from app.ui.besprekingen.papier import agenda_document, blank_document
from app.ui.exporteren.jaarplan import agendabestand, in_agenda, jaarplanning_document
from app.ui.exporteren.opslaan import ToSave
from app.ui.exporteren.uitnodiging import invitation_document
from app.ui.pakket.aanbod import Pakketaanbod, Pakketkeuze
from app.ui.pakket.aanvraag import aanvraagpakket
from app.ui.pakket.brieven import toestemmingsbrief
from app.ui.pakket.overdracht import overdrachtpakket
from app.ui.verslag.document import note, report_document
from tools.cast import Cast, find_cast
from tools.stage import Stage

NOTE, GESPREKSNOTE = "notitie.txt", "notitie gesprek.txt"


class Subjects(NamedTuple):
    """What the documents are about.

    Attributes:
        teacher: somebody of whom a calendar is made, with the conversations in it.
    """

    verslag: verslagen.Verslag
    agenda: besprekingen.Agenda
    plan: Jaarplan
    teacher: naar_agenda.Leerkracht
    own: naar_agenda.Afspraken
    gesprek: verslagen.Verslag
    brieven: tuple[Brief, ...]
    aanvraag: Aanvraagdossier
    overdracht: Overdracht
    over: OverLeerling


def make_documents(demo: Path, folder: Path) -> list[Path]:
    """Make them; the folder is made too.

    Parameters:
        demo: folder of the archive.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(demo)
    found: list[Subjects] = []
    stage.db.ask(partial(_read, stage), found.append)
    stage.settle()
    verslag, agenda, plan, teacher, own, gesprek, brieven, aanvraag, dossier, over = found[0]
    context = stage.context
    definition, _ = load_definition("leerlingbespreking", None)
    made = [
        _save(report_document(verslag, context, whole=False), folder),
        _save(report_document(verslag, context, whole=True), folder),
        _save(blank_document(definition, context.school, context), folder),
        _save(agenda_document(agenda, context.school, context), folder),
        _save(report_document(gesprek, context, whole=False), folder),
        _save(invitation_document(brieven, context), folder),
        _save(jaarplanning_document(plan, context), folder),
        _save(agendabestand(plan, None, in_agenda(plan, context.school, None)), folder),
        _save(agendabestand(plan, teacher, in_agenda(plan, context.school, teacher, own)), folder),
    ]
    tabel = load_toestemmingstabel(None)
    for waarvoor in ("delen", "zat"):
        letter = toestemmingsbrief(
            over, waarvoor, tabel, context, met="het samenwerkingsverband", waarom="een startgesprek"
        )
        made += [_save(letter, folder)] if letter else []
    for pack in (aanvraagpakket(aanvraag, context), overdrachtpakket(dossier, context)):
        made += _papers(pack, folder)
    for name, told in ((NOTE, verslag), (GESPREKSNOTE, gesprek)):
        made.append(folder / name)
        made[-1].write_text(note(told, context), "utf-8")
    stage.close()
    return made


def _read(stage: Stage, archive: Archive) -> Subjects:
    cast: Cast = find_cast(archive)
    consult, route = archive.all(Consult)[-1], archive.all(Route)[-1]
    over = over_leerling(archive, consult.leerling, stage.day)
    assert over is not None
    plan = schooljaren.jaarplan(archive, schooljaren.dit_schooljaar(archive, stage.day))
    teacher = naar_agenda.leerkrachten(archive, plan.schooljaar, stage.day)[0]
    return Subjects(
        verslagen.open_verslag(archive, cast.vastgesteld, stage.day, stage.context.gebruiker),
        besprekingen.agenda(archive, cast.komend),
        plan,
        teacher,
        naar_agenda.afspraken(archive, plan.schooljaar, teacher.id),
        verslagen.open_verslag(archive, cast.gesprek_klaar, stage.day, stage.context.gebruiker),
        uitnodigingen.uitnodigingen(archive, [cast.gepland]),
        aanvraagdossier(archive, consult.id, stage.day),
        overdracht(archive, route.id, stage.day),
        over,
    )


def _papers(pack: Pakketaanbod, folder: Path) -> list[Path]:
    """What a pack holds besides annexes, each under the name of the pack."""
    chosen = tuple(each.id for each in pack.onderdelen if not each.is_bijlage)
    delen = pack.delen(Pakketkeuze(chosen, False, pack.aan or "de regievoerder zorgplicht", pack.waarom))
    made = []
    for name, deel in zip(namen(delen), delen, strict=True):
        if isinstance(deel, Papier):
            made.append(folder / f"{pack.soort} - {name}")
            with made[-1].open("wb") as file:
                deel.make().save(file)
    return made


def _save(document: ToSave, folder: Path) -> Path:
    path = folder / document.name
    with path.open("wb") as file:
        document.make().save(file)
    return path


if __name__ == "__main__":
    make_documents(Path(sys.argv[1]), Path(sys.argv[2]))
