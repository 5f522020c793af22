"""An application for a consult, read whole for the documents that are made of it."""

from datetime import date

from app.models.aanvraag import Aanvraagdossier, OverLeerling, bijlageregels
from app.models.bespreking import Definitie
from app.models.consult import Bijlage, Bijlagepunt, Consult
from app.models.consulten.loader import parse_consultsoort
from app.models.contact import Contact
from app.models.leerling import Leerling, Niveau
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.formulieren import definition_of, ouders_van
from app.storage.nieuwste import nieuwste


def aanvraagdossier(archive: Archive, consult_id: str, today: date) -> Aanvraagdossier:
    """Read an application.

    Raises:
        KeyError: no such consult.
        DefinitionError: its kind can't be read; one Dutch sentence.
    """
    consult = archive.get(Consult, consult_id)
    kept = archive.get(Definitie, consult.definitie) if consult else None
    if consult is None or kept is None:
        raise KeyError(f"consult {consult_id}")
    soort = parse_consultsoort(kept.tekst, f"{kept.naam}.toml")
    formulier = nieuwste(archive, consult.formulier)
    pupils = dict.fromkeys((consult.leerling, *consult.leerlingen))
    consulent = archive.get(Contact, consult.consulent)
    return Aanvraagdossier(
        consult=consult,
        soort=soort,
        leerlingen=tuple(found for each in pupils if (found := over_leerling(archive, each, today)) is not None),
        formulier=formulier,
        definitie=definition_of(archive, formulier.definitie) if formulier else None,
        bijlagen=bijlageregels(
            soort,
            {each.punt: each for each in archive.all(Bijlagepunt, van=consult_id)},
            tuple(archive.all(Bijlage, van=consult_id)),
        ),
        consulent=consulent.naam if consulent else "",
    )


def over_leerling(archive: Archive, leerling_id: str, today: date) -> OverLeerling | None:
    """A pupil with group, support level and parents; None when there is no such pupil."""
    leerling = archive.get(Leerling, leerling_id)
    if leerling is None:
        return None
    groep = archive.get(Groep, leerling.groep)
    begun = [each for each in archive.all(Niveau, leerling=leerling_id) if each.vanaf and each.vanaf <= today]
    niveau = max(begun, key=lambda each: (each.vanaf or date.min, each.id), default=None)
    return OverLeerling(
        leerling=leerling,
        groep=groep.naam if groep else "",
        niveau=niveau.niveau if niveau else None,
        ouders=tuple((each.ouder, each.ouderschap) for each in ouders_van(archive, leerling_id)),
    )
