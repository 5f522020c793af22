"""What is new, changed or gone: a file beside the archive. Nothing is written here."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from app.models.school import School
from app.models.schoolimport import vergelijk_groepen, vergelijk_leerlingen, vergelijk_medewerkers
from app.models.schoolimport.aanlevering import Aanlevering
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.klassen import Indeling, indeling
from app.models.schoolimport.koppelen import Koppelingen
from app.models.schoolimport.vergelijk_groepen import koppel_groepen
from app.models.schoolimport.vergelijking import Vergelijking, koppel_leerlingen, koppel_medewerkers, maak_post, vragen
from app.models.schoolimport.voorstel import NIEUW, WIJZIGEN, Antwoorden, Post, Voorstel

GENOEG = 5
"""Below this number of missing pupils no doubt is cast on the file."""


def compare(
    aanlevering: Aanlevering, bestand: Bestand, antwoorden: Antwoorden | None = None, *, vandaag: date
) -> Voorstel:
    """Lay a file beside what the archive holds.

    Only fields that the file holds can change: parents, gezin, levels, plans and forms are not in EDEXML and are never
    touched. While questions are open the proposal is provisional: answer them and compare again.

    Parameters:
        aanlevering: the file, as read.
        bestand: what the archive holds.
        antwoorden: answers so far to the proposal's questions.
        vandaag: decides who has left.
    """
    v = _side_by_side(aanlevering, bestand, antwoorden or {}, vandaag)
    leerlingen = vergelijk_leerlingen.posten(v)
    medewerkers = vergelijk_medewerkers.posten(v)
    groepen = vergelijk_groepen.posten(v, leerlingen)
    return Voorstel(
        posten=(*_school(v), *medewerkers, *groepen, *leerlingen),
        vragen=vragen(v),
        bezwaren=tuple(_bezwaren(v)),
        opmerkingen=(*_opmerkingen(v), *v.indeling.opmerkingen),
        ongewijzigd=_unchanged(v, (*medewerkers, *groepen, *leerlingen)),
    )


def _side_by_side(aanlevering: Aanlevering, bestand: Bestand, antwoorden: Antwoorden, vandaag: date) -> Vergelijking:
    at_school = [row for row in aanlevering.leerlingen if not row.is_vertrokken(vandaag)]
    groups = indeling(aanlevering, at_school)
    schooljaar = aanlevering.schooljaar or (bestand.school.schooljaar if bestand.school else "")
    leerlingen = koppel_leerlingen(aanlevering, bestand, antwoorden)
    groep_van_klas = koppel_groepen(groups.klassen, bestand, schooljaar, _herkomst(groups, leerlingen, bestand))
    namen: dict[str, str] = {row.id: row.naam for row in aanlevering.medewerkers or ()}
    namen |= {groep_van_klas[klas.id]: klas.naam for klas in groups.klassen}
    namen |= {each.id: each.naam for each in bestand.groepen}
    namen |= {each.id: each.naam for each in bestand.medewerkers}
    return Vergelijking(
        aanlevering=aanlevering,
        bestand=bestand,
        vandaag=vandaag,
        schooljaar=schooljaar,
        indeling=groups,
        leerlingen=leerlingen,
        medewerkers=koppel_medewerkers(aanlevering, bestand, antwoorden),
        groep_van_klas=groep_van_klas,
        namen=namen,
    )


def _herkomst(groups: Indeling, leerlingen: Koppelingen, bestand: Bestand) -> dict[str, Counter[str]]:
    """In which groups the pupils of each group of the file sit now."""
    now = {each.id: each.groep for each in bestand.leerlingen if each.gearchiveerd_op is None}
    found: dict[str, Counter[str]] = {}
    for row, klas in groups.groep_van.items():
        groep = now.get(leerlingen.paren.get(row, ""))
        if groep:
            found.setdefault(klas, Counter())[groep] += 1
    return found


def _school(v: Vergelijking) -> list[Post]:
    school = v.bestand.school
    if school is None:
        return []
    told = {"schooljaar": v.schooljaar} if v.schooljaar > school.schooljaar else {}
    if v.aanlevering.brin and not school.brin:
        told["brin"] = v.aanlevering.brin
    post = maak_post(v, School, WIJZIGEN, school, told, naam=school.naam or "De school")
    return [post] if post else []


def _bezwaren(v: Vergelijking) -> list[str]:
    found = []
    school, brin = v.bestand.school, v.aanlevering.brin
    if school is not None and brin and school.brin and brin != school.brin.upper():
        found.append(
            f"Dit bestand is van een school met brincode {brin}, en jouw school heeft {school.brin}. Ga alleen door "
            "als je zeker weet dat dit het goede bestand is."
        )
    if school is not None and v.schooljaar < school.schooljaar:
        found.append(
            f"Dit bestand gaat over schooljaar {v.schooljaar}, en je school staat al op {school.schooljaar}. Maak een "
            "nieuw bestand, of ga alleen door als je dat oude jaar wilt inlezen."
        )
    present = sum(1 for each in v.bestand.leerlingen if each.gearchiveerd_op is None)
    missing = len(vergelijk_leerlingen.ontbrekend(v))
    if missing >= GENOEG and missing * 2 > present:
        found.append(
            f"Van de {present} leerlingen die nu op school zitten, staan er {missing} niet in dit bestand. Is dit wel "
            "het bestand van de hele school?"
        )
    return found


def _opmerkingen(v: Vergelijking) -> list[str]:
    found = []
    school = v.bestand.school
    if school is not None and school.schooljaar and v.schooljaar > school.schooljaar:
        found.append(
            f"Dit bestand is van een nieuw schooljaar, {v.schooljaar}: de groepen worden nieuw gemaakt en die van "
            f"{school.schooljaar} worden afgesloten."
        )
    left = vergelijk_leerlingen.vertrokken_en_onbekend(v)
    if left:
        wie = "1 leerling is" if left == 1 else f"{left} leerlingen zijn"
        found.append(f"{wie} niet overgenomen, omdat het bestand zegt dat ze al van school zijn.")
    joined = [klas.naam for klas in v.indeling.klassen if len(klas.keys) > 1]
    if joined:
        namen = ", ".join(joined[:5]) + (" ..." if len(joined) > 5 else "")
        found.append(f"In het bestand staan combinatiegroepen per jaargroep; hier is het één groep: {namen}.")
    return found


def _unchanged(v: Vergelijking, posten: Sequence[Post]) -> dict[str, int]:
    """Known records that are in the file and stay as they are."""
    known_groups = {each.id for each in v.bestand.groepen}
    seen = {
        "leerling": set(v.leerlingen.paren.values()),
        "medewerker": set(v.medewerkers.paren.values()),
        "groep": known_groups & set(v.groep_van_klas.values()),
    }
    touched = Counter(post.soort for post in posten if post.actie != NIEUW and post.id in seen[post.soort])
    return {soort: len(ids) - touched[soort] for soort, ids in seen.items()}
