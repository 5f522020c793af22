"""What can be done with a route now, and why not: rules alone, of what was recorded so far.

Every rule answers with complaints, each one Dutch sentence; none means that it can be done. Source: the seven blocks of
the ondersteuningsroute of SWV PO 20.01, whose conditions stand in the file of each route.
"""

from collections.abc import Mapping
from datetime import date

from app.models.datums import lang
from app.models.routes.definition import EINDE, Mits, Station
from app.models.routes.stand import Gemis, Keuze, Mogelijk, Stand

_AL_EINDE = "Deze route is al beëindigd; begin een nieuwe als er weer een vraag is."


def mogelijk(stand: Stand) -> Mogelijk:
    """What can be done with a route, as the view of it needs to know at once."""
    here = stand.definitie.plek(stand.station.id)
    before, after = stand.definitie.stations[:here], stand.definitie.stations[here + 1 :]
    return Mogelijk(
        verder=tuple(Keuze(each.naar, each.als, mag_verder(stand, each.naar)) for each in stand.station.naar),
        terug=tuple(Keuze(each.id, "", mag_terug(stand, each.id)) for each in before),
        overslaan=tuple(Keuze(each.id, "", mag_overslaan(stand, each.id)) for each in after),
        besluiten={each.id: mag_besluit(stand, each.id) for each in stand.station.besluiten},
        einde=mag_einde(stand),
        mpo=mag_mpo(stand),
        voorstel=_voorstel(stand),
    )


def mag_beginnen(aanleiding: str, tekort: str, *, loopt_al: bool) -> tuple[str, ...]:
    """Complaints against beginning: basic support must not suffice, and this must have been shown.

    Parameters:
        aanleiding: the complex question; tekort: how it was shown.
        loopt_al: whether the pupil is on a route already.
    """
    return _only(
        (loopt_al, "Voor deze leerling loopt al een route; ga daarmee verder of beëindig haar eerst."),
        (not aanleiding.strip(), "Schrijf eerst op wat de complexe vraag van deze leerling is."),
        (not tekort.strip(), "Schrijf eerst op hoe is aangetoond dat de basisondersteuning niet genoeg is."),
    )


def mag_verder(stand: Stand, naar: str) -> tuple[str, ...]:
    """Complaints against going on to a station by the way that the route has for it."""
    if stand.is_beeindigd:
        return (_AL_EINDE,)
    if naar not in [each.naar for each in stand.station.naar]:
        return (f"Van {_titel(stand.station)} gaat de route niet naar {_titel(stand.definitie.station(naar))}.",)
    return (*_vooruit(stand, naar), *(each.zin for each in _zonder(stand, stand.station)))


def mag_overslaan(stand: Stand, naar: str) -> tuple[str, ...]:
    """Complaints against going on to any later station, without what misses here or by passing stations."""
    if stand.is_beeindigd:
        return (_AL_EINDE,)
    van, tot = stand.definitie.plek(stand.station.id), stand.definitie.plek(naar)
    if tot <= van:
        return (f"{_titel(stand.definitie.station(naar))} ligt niet verderop; kies een later station, of ga terug.",)
    always = [gemis for each in stand.definitie.stations[van:tot] for gemis in _zonder(stand, each, altijd=True)]
    return (*_vooruit(stand, naar), *dict.fromkeys(each.zin for each in always))


def mag_terug(stand: Stand, naar: str) -> tuple[str, ...]:
    """Complaints against going back to an earlier station."""
    if stand.is_beeindigd:
        return (_AL_EINDE,)
    station = stand.definitie.station(naar)
    if stand.definitie.plek(naar) >= stand.definitie.plek(stand.station.id):
        return (f"{_titel(station)} ligt niet terug; kies een eerder station.",)
    return _ingang(stand, station)


def mag_besluit(stand: Stand, besluit_id: str, waarden: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Complaints against a decision at the present station.

    Parameters:
        waarden: answers by id of its questions; None when they were not asked yet.
    """
    if stand.is_beeindigd:
        return (_AL_EINDE,)
    besluit = stand.station.besluit(besluit_id)
    if besluit is None:
        return (f"Dit besluit hoort niet bij {_titel(stand.station)}; kies er een dat daar wel bij hoort.",)
    asked = besluit.vraagt if waarden is not None else ()
    given = waarden or {}
    return (
        *_mits(stand, besluit.mits),
        *(f"Vul ook in: {each.titel}." for each in asked if each.verplicht and not given.get(each.id, "").strip()),
        *(
            f"Kies bij {each.titel} een van de mogelijkheden."
            for each in asked
            if each.opties and given.get(each.id) and given[each.id] not in dict(each.opties)
        ),
    )


def mag_einde(stand: Stand) -> tuple[str, ...]:
    """Complaints against ending; a reason is asked besides."""
    return _only(
        (stand.is_beeindigd, _AL_EINDE),
        (
            not stand.station.kan_einde and not stand.moet_eindigen,
            f"Bij {_titel(stand.station)} eindigt de route niet.",
        ),
        (stand.directeur_wacht, _DIRECTEUR),
    )


def mag_mpo(stand: Stand) -> tuple[str, ...]:
    """Complaints against another MPO."""
    here = _titel(stand.station)
    return _only(
        (stand.is_beeindigd, _AL_EINDE),
        (not stand.station.mpo, f"Bij {here} hoort geen MPO; ga eerst naar een station waar het wel kan."),
    )


def mag_verslag(datum: date | None, vandaag: date) -> tuple[str, ...]:
    """Complaints against laying down what was said at an MPO: it must have been.

    Parameters:
        datum: its day, or None.
    """
    return _only(
        (datum is None, "Dit MPO is nog niet gehouden; vul eerst de dag in waarop het was."),
        (
            datum is not None and datum > vandaag,
            f"Dit MPO is pas op {lang(datum or vandaag)}: leg vast wat eruit kwam als het geweest is, "
            "of pas bij het MPO de dag aan.",
        ),
    )


def mag_uitkomst(stand: Stand, uitkomst: str, *, verandert: bool) -> tuple[str, ...]:
    """Complaints against the outcome of the last MPO.

    Parameters:
        verandert: whether another outcome was recorded of it before, on which the route may have gone on.
    """
    if stand.is_beeindigd and verandert:
        return ("De route is al beëindigd, dus deze uitkomst blijft staan; begin een nieuwe route als zij niet klopt.",)
    rests = verandert and stand.station.alleen_bij and uitkomst not in stand.definitie.einde_bij
    if rests and uitkomst not in stand.station.alleen_bij:
        return (f"De route kwam door de vorige uitkomst bij {_titel(stand.station)}; ga eerst een stap terug.",)
    return ()


def mag_zetten(stand: Stand, datum: date, door: str, vandaag: date, reden: str | None = None) -> tuple[str, ...]:
    """Complaints against what is recorded with any step: a day in order, and who decided.

    Parameters:
        reden: why; None where no reason is needed.
    """
    last = stand.stappen[-1].datum
    return _only(
        (not door.strip(), "Vul in wie dit besloot."),
        (datum > vandaag, "Deze dag moet nog komen; noteer een stap als hij gezet is."),
        (
            last is not None and datum < last,
            f"De vorige stap was op {lang(last or datum)}; kies die dag of een latere.",
        ),
        (reden is not None and not (reden or "").strip(), "Schrijf op waarom."),
    )


def mag_vertellen(wie: str, op: date, hoe: str, vandaag: date) -> tuple[str, ...]:
    """Complaints against recording that somebody was informed."""
    return _only(
        (not wie.strip(), "Vul in wie het weet."),
        (not hoe.strip(), "Vul in hoe dat ging, bijvoorbeeld per telefoon."),
        (op > vandaag, "Deze dag moet nog komen; noteer het als het verteld is."),
    )


def mist(stand: Stand) -> tuple[Gemis, ...]:
    """What misses before the route can go on from where it is, or can end by agreement; nothing once it ended."""
    if stand.is_beeindigd:
        return ()
    missing = () if stand.moet_eindigen else _zonder(stand, stand.station)
    return (*missing, _directeur(stand.station)) if stand.directeur_wacht else missing


_DIRECTEUR = "De directeur weet de uitkomst van het MPO nog niet; leg eerst vast wanneer die is verteld."


def _zonder(stand: Stand, station: Station, *, altijd: bool = False) -> tuple[Gemis, ...]:
    """What a station misses; with `altijd` only what can't be skipped either."""
    things = (
        Gemis(station.id, each.soort, each.id, each.titel, each.hint)
        for each in station.vereisten
        if (station.id, each.id) not in stand.aanwezig and (each.altijd or not altijd)
    )
    people = (
        Gemis(station.id, "informeren", each.id, f"{each.wie} informeren", _vertel(each.door, each.waarover))
        for each in station.informeert
        if (station.id, each.id) not in stand.verteld and not altijd and not each.bij_mpo
    )
    return (*things, *people)


def _directeur(station: Station) -> Gemis:
    """That the directeur does not know the outcome of an MPO, whoever the station wants to be told."""
    asked = next((each for each in station.informeert if each.bij_mpo), None)
    hint = _vertel(asked.door, asked.waarover) if asked else "Over de uitkomst van het MPO."
    return Gemis(
        station.id, "informeren", asked.id if asked else "", f"{asked.wie if asked else 'directeur'} informeren", hint
    )


def _vertel(door: str, waarover: str) -> str:
    said = ", ".join(filter(None, (f"door {door}" if door else "", f"over {waarover}" if waarover else "")))
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _vooruit(stand: Stand, naar: str) -> tuple[str, ...]:
    """What stands in the way of any step on."""
    agreed = "Ouders en school zijn het eens, en daarmee eindigt deze route; beëindig haar, of ga een stap terug."
    return (
        *_only((stand.moet_eindigen, agreed), (stand.directeur_wacht, _DIRECTEUR)),
        *_ingang(stand, stand.definitie.station(naar)),
    )


def _ingang(stand: Stand, station: Station) -> tuple[str, ...]:
    if not station.alleen_bij or stand.uitkomst in station.alleen_bij:
        return ()
    outcomes = " of ".join(_UITKOMST_ZIN[each] for each in station.alleen_bij)
    return (f"Naar {_titel(station)} gaat de route alleen als bij het laatste MPO {outcomes}.",)


_UITKOMST_ZIN = {
    "overeenstemming": "ouders en school het eens werden",
    "geen_overeenstemming": "ouders en school het niet eens werden",
    "vervolg": "een vervolg is afgesproken",
}


def _mits(stand: Stand, mits: Mits | None) -> tuple[str, ...]:
    if mits is None:
        return ()
    taken = [each for each in stand.besluiten_hier if each.besluit == mits.besluit]
    first = stand.station.besluit(mits.besluit)
    if first is None or (taken and (not mits.vraag or taken[-1].waarden.get(mits.vraag) in mits.is_)):
        return ()
    if not taken:
        return (f"Leg eerst het besluit ‘{first.titel}’ vast.",)
    labels = next((dict(each.opties) for each in first.vraagt if each.id == mits.vraag), {})
    return (f"Dit kan pas als bij ‘{first.titel}’ staat: {' of '.join(labels[each] for each in mits.is_)}.",)


def _voorstel(stand: Stand) -> str:
    if stand.is_beeindigd:
        return ""
    if stand.moet_eindigen:
        return EINDE
    leads = [stand.station.besluit(each.besluit) for each in stand.besluiten_hier]
    found = [each.leidt_naar for each in leads if each is not None and each.leidt_naar]
    if found:
        return found[-1]
    return _weg(stand)


def _weg(stand: Stand) -> str:
    """The way on that the last outcome asks for, else the first that is open; none while that outcome is not known."""
    conditions = {each.naar: stand.definitie.station(each.naar).alleen_bij for each in stand.station.naar}
    if any(conditions.values()) and not stand.uitkomst:
        return ""
    asked = [naar for naar, outcomes in conditions.items() if stand.uitkomst in outcomes]
    return next(iter((*asked, *(naar for naar, outcomes in conditions.items() if not outcomes))), "")


def _titel(station: Station) -> str:
    return f"‘{station.titel}’"


def _only(*complaints: tuple[bool, str]) -> tuple[str, ...]:
    return tuple(said for holds, said in complaints if holds)
