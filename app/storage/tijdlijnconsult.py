"""The events of a consult in the timeline of a pupil."""

from datetime import date

from app.models.consult import CONSULT_STATUSSEN, Consult
from app.models.contact import Contact
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.consultsoorten import soort_van
from app.storage.gebeurtenis import Gebeurtenis

MOMENTEN = """
    SELECT 'consult', c.id, NULL, NULL, m.column1, NULL, m.column2,
        CASE m.column1
            WHEN 'begonnen' THEN c.begonnen_op WHEN 'ingediend' THEN c.ingediend_op
            WHEN 'toegekend' THEN c.toegekend_op WHEN 'einde' THEN c.afgerond_op
            ELSE coalesce(c.gevoerd_op, c.afspraak_op) END
    FROM consult c
    JOIN (VALUES ('begonnen', 1.4), ('ingediend', 1.3), ('toegekend', 1.2), ('gesprek', 0.9), ('einde', 0.8)) m
    WHERE instr(c.leerlingen, '"' || :leerling || '"') AND c.verwijderd_op IS NULL
        AND NOT (m.column1 = 'begonnen' AND c.leerling = :leerling)
        AND NOT (m.column1 = 'gesprek' AND c.verslag IS NOT NULL AND c.leerling = :leerling)"""
"""One row per moment of a consult about the pupil, with NULL as day for what has not come yet. On the same day the last
moment stands first, as the days do.

Application and report are forms of the pupil it is filed under, and stand in the timeline as such.
"""

_WORDS = {"begonnen": "aanvraag begonnen", "ingediend": "aanvraag ingediend", "toegekend": "aanvraag toegekend"}


def consultgebeurtenis(archive: Archive, consult_id: str, moment: str, day: date, vandaag: date) -> Gebeurtenis:
    """A moment of a consult.

    Parameters:
        moment: `begonnen`, `ingediend`, `toegekend`, `gesprek` or `einde`.
        day: on which it was or will be; vandaag: tells what is planned from what happened.
    """
    consult = to_record(Consult, archive.query("SELECT * FROM consult WHERE id = ?", (consult_id,))[0])
    soort = soort_van(archive, consult)
    if moment in _WORDS:
        text = _consulent(archive, consult) if moment == "toegekend" else ""
        return Gebeurtenis(day, "consult", consult_id, f"{soort.kort}: {_WORDS[moment]}", text, doel=consult_id)
    if moment == "gesprek":
        text = " · ".join(filter(None, (consult.afspraak_tijd, _consulent(archive, consult))))
        staat = "gehouden" if consult.gevoerd_op else "te_laat" if day < vandaag else "gepland"
        return Gebeurtenis(day, "consult", consult_id, f"{soort.kort}: gesprek", text, staat=staat, doel=consult_id)
    outcome = soort.uitkomst(consult.uitkomst)
    words = outcome.titel if outcome else ""
    end = f"{soort.kort}: {CONSULT_STATUSSEN[consult.status]}"
    return Gebeurtenis(day, "consult", consult_id, end, uitkomst=words, doel=consult_id)


def _consulent(archive: Archive, consult: Consult) -> str:
    found = archive.get(Contact, consult.consulent)
    return found.naam if found else ""
