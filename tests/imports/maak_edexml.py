"""Makes EDEXML of invented schools: for tests, for stories through the window, and for the bench.

`verzonnen_school` thinks up a school of any size; `edexml` writes down any `Aanlevering` the way an administration
would, in each of the versions and encodings met in the field, with the fields that may not be kept as bait.

    python -m tests.imports.maak_edexml EDEX.XML --leerlingen 600
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from app.models.schoolimport.aanlevering import (
    Aanlevering,
    GroepRegel,
    Koppeling,
    LeerlingRegel,
    MedewerkerRegel,
    PersoonRegel,
)

VOORNAMEN = (
    *("Noor", "Daan", "Fenna", "Sami", "Yara", "Bram", "Ilse", "Tijn", "Zoë", "Mees", "Amira", "Jip"),
    *("Roos", "Kiran", "Lotte", "Siem", "Naïma", "Thijs", "Bo", "Wessel", "Esmée", "Otis", "Pien", "Joëlle"),
)
ACHTERNAMEN = (
    *("Berg", "Zandstra", "Kolkman", "Ouali", "Vlieland", "Heuvelink", "Dijk", "Ter Horst", "Çelikbaş", "Molenaar"),
    *("Wierda", "Roosendaal", "Šimonović", "Brouwershaven", "Eikelboom", "Núñez", "Veldwachter", "Snoek"),
)
VOORVOEGSELS = ("", "", "", "", "van den", "de", "van 't", "van der")
ROLCODES = {
    "leerkracht": "LRK",
    "ib": "IB",
    "directeur": "DIR",
    "onderwijsassistent": "OWA",
    "vakleerkracht": "VAK",
    "overig": "ADM",
}
LOKAAS = {
    "bsn": "133456785",
    "sofinummer": "144567896",
    "onderwijsnummer": "155678907",
    "bsn_ondwnr-4": "8765-LOKAAS",  # four digits alone can be in an id by chance
    "rijksregisternummer": "17022204557",
    "etniciteit": "ETN-LOKAAS",
    "land": "LAND-LOKAAS",
    "land_vader": "VADERLAND-LOKAAS",
    "land_moeder": "MOEDERLAND-LOKAAS",
    "gewicht_nieuw": "1,2-LOKAAS",
    "gewicht": "0.90-LOKAAS",
    "postcodenl": "1234LK",
    "postnummerbe": "9876-LOKAAS",
    "postcodeoverig": "OVERIG-LOKAAS",
    "postcode": "4321LK",
    "fotourl": "https://foto.lokaas.example/1.jpg",
    "gebruikersnaam": "gebruiker-lokaas",
}
"""What may not be kept, by element name."""


def verzonnen_school(
    leerlingen: int = 180, *, schooljaar: str = "2026-2027", combinaties: str = "geen", seed: int = 1
) -> Aanlevering:
    """Think up a school.

    Parameters:
        leerlingen: how many; some 24 to a group.
        combinaties: `geen`; `C` for one group of two years; `gesplitst` for two groups of the same name.
        seed: the same seed gives the same school.
    """
    dice = random.Random(seed)
    sizes = max(8, -(-leerlingen // 24))
    groepen = list(_groepen(sizes, combinaties))
    per_name: dict[str, list[GroepRegel]] = {}
    for each in groepen:
        per_name.setdefault(each.naam, []).append(each)
    rows = []
    for number in range(leerlingen):
        parts = list(per_name.values())[number % len(per_name)]
        rows.append(_leerling(dice, number, dice.choice(parts), int(schooljaar[:4])))
    return Aanlevering(
        schooljaar=schooljaar,
        brin="99ZZ",
        gemaakt_op=date(int(schooljaar[:4]), 9, 1),
        groepen=tuple(groepen),
        leerlingen=tuple(rows),
        medewerkers=tuple(_medewerkers(dice, list(per_name.values()))),
    )


def _groepen(count: int, combinaties: str) -> Iterator[GroepRegel]:
    for number in range(count):
        year, letter = number % 8 + 1, "" if count <= 8 else "abcdefghijklmnopqrstuvwxyz"[number // 8 % 26]
        letter += f"-{number // 208}" if number >= 208 else ""
        pair = f"{year}/{year % 8 + 1}{letter}"
        if combinaties == "C" and year in (3, 5):
            yield GroepRegel(key=f"g{number}", naam=pair, jaargroep="C")
        elif combinaties == "gesplitst" and year in (3, 5):
            yield GroepRegel(key=f"g{number}a", naam=pair, jaargroep=str(year))
            yield GroepRegel(key=f"g{number}b", naam=pair, jaargroep=str(year + 1))
        else:
            yield GroepRegel(key=f"g{number}", naam=f"{year}{letter}", jaargroep=str(year))


def _leerling(dice: random.Random, number: int, groep: GroepRegel, begin: int) -> LeerlingRegel:
    year = groep.jaargroep if groep.jaargroep != "C" else dice.choice(groep.naam[:3].split("/"))
    born = date(begin - 4 - int(year), 10, 1) + timedelta(days=dice.randrange(365))
    return LeerlingRegel(
        key=str(1001 + number),
        eckid=f"https://ketenid.nl/201703/{number:0128x}",
        roepnaam=dice.choice(VOORNAMEN),
        voornamen=" ".join(dice.sample(VOORNAMEN, 2)) if dice.random() < 0.3 else "",
        voorvoegsel=dice.choice(VOORVOEGSELS),
        achternaam=dice.choice(ACHTERNAMEN),
        geboortedatum=born,
        geslacht=dice.choice(("jongen", "meisje")),
        jaargroep=year,
        groep=groep.key,
        instroomdatum=born + timedelta(days=4 * 365 + 1),
    )


def _medewerkers(dice: random.Random, teams: list[list[GroepRegel]]) -> Iterator[MedewerkerRegel]:
    def someone(number: int, rol: str, groepen: Iterable[GroepRegel] = ()) -> MedewerkerRegel:
        return MedewerkerRegel(
            key=f"m{number}",
            roepnaam=VOORNAMEN[-1 - number % len(VOORNAMEN)],
            voorvoegsel=dice.choice(VOORVOEGSELS),
            achternaam=ACHTERNAMEN[number % len(ACHTERNAMEN)] + (f"-{number}" if number >= 18 else ""),
            email=f"m{number}@proefschool.example",
            rollen=(rol,),
            groepen=tuple(Koppeling(groep=each.key) for each in groepen),
        )

    yield someone(0, "directeur")
    yield someone(1, "ib", [part for parts in teams[:3] for part in parts])
    for number, parts in enumerate(teams):
        yield someone(number + 2, "leerkracht", parts)


def met_lege_sleutels(school: Aanlevering) -> Aanlevering:
    """The same school from an administration that gives dummy keys, and no ECK iD."""
    rows = (replace(row, key=f"#{number}", eckid="") for number, row in enumerate(school.leerlingen))
    return replace(school, leerlingen=tuple(rows))


def edexml(
    school: Aanlevering,
    *,
    versie: str = "2.1",
    codering: str = "utf-8",
    lokaas: bool = True,
    uwlr: bool = False,
    oude_namen: bool = False,
) -> bytes:
    """Write a school down as a file.

    Parameters:
        versie: `1.03`, `2.0` or `2.1`.
        codering: of the bytes and in the declaration.
        lokaas: with every field that may not be kept, filled in.
        uwlr: as the reply of a web service: a SOAP envelope, a namespace, prefixes.
        oude_namen: with the element names from before version 1.0.
    """
    body = "\n".join(_body(school, versie, lokaas, oude_namen))
    if uwlr:
        body = _in_envelope(body)
    else:
        body = (
            '<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">\n{body}\n</EDEX>'
        )
    return f'<?xml version="1.0" encoding="{codering}"?>\n{body}\n'.encode(codering)


def _in_envelope(body: str) -> str:
    space = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens"
    prefixed = body.replace("</", "</u:").replace("<", "<u:").replace("<u:/u:", "</u:")
    return (
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header><geheim>'
        f'{LOKAAS["bsn"]}</geheim></soap:Header><soap:Body><u:leerlinggegevens_antwoord xmlns:u="{space}">'
        f"<u:leerlinggegevens>\n{prefixed}\n</u:leerlinggegevens></u:leerlinggegevens_antwoord></soap:Body>"
        "</soap:Envelope>"
    )


def _body(school: Aanlevering, versie: str, lokaas: bool, oude_namen: bool) -> Iterator[str]:
    made = school.gemaakt_op.isoformat() + "T08:15:00" if school.gemaakt_op else ""
    yield "<school>" + _fields(schooljaar=school.schooljaar, brincode=school.brin, schoolkey="1", aanmaakdatum=made)
    yield _fields(auteur=LOKAAS["gebruikersnaam"], xsdversie=versie, commentaar="proef") + "</school>"
    if school.vestigingen:
        yield "<vestigingen>"
        yield from (
            f"<vestiging{_key(key)}>{_fields(naam=naam)}</vestiging>" for key, naam in school.vestigingen.items()
        )
        yield "</vestigingen>"
    yield "<groepen>"
    for each in school.groepen:
        tag = "samengestelde_groep" if each.samengesteld else "groep"
        yield f"<{tag}{_key(each.key)}>{_fields(naam=each.naam, jaargroep=each.jaargroep)}</{tag}>"
    yield "</groepen><leerlingen>"
    for row in school.leerlingen:
        yield _leerling_xml(row, versie, lokaas, oude_namen)
    yield "</leerlingen>"
    if school.medewerkers is not None:
        yield "<leerkrachten>"
        yield from (_medewerker_xml(row, lokaas, oude_namen) for row in school.medewerkers)
        yield "</leerkrachten>"


def _leerling_xml(row: LeerlingRegel, versie: str, lokaas: bool, oude_namen: bool) -> str:
    samengesteld = "".join(f"<samengestelde_groep{_key(each)}/>" for each in row.samengesteld)
    eckid = f" eckid={quoteattr(row.eckid)}" if row.eckid and versie == "2.1" else ""
    return (
        f"<leerling{_key(row.key)}{eckid}>{_names(row, oude_namen)}"
        + _fields(
            geboortedatum=row.geboortedatum,
            geslacht={"": "0", "jongen": "1", "meisje": "2"}[row.geslacht],
            jaargroep=row.jaargroep,
        )
        + (f"<groep{_key(row.groep)}/>" if row.groep else "")
        + (f"<samengestelde_groepen>{samengesteld}</samengestelde_groepen>" if samengesteld else "")
        + (f"<vestiging{_key(row.vestiging)}/>" if row.vestiging else "")
        + (_fields(**LOKAAS) if lokaas else "")
        + _fields(instroomdatum=row.instroomdatum, uitstroomdatum=row.uitstroomdatum)
        + (_toevoeging() if lokaas else "")
        + _fields(mutatiedatum="2026-08-30T12:00:00")
        + "</leerling>"
    )


def _medewerker_xml(row: MedewerkerRegel, lokaas: bool, oude_namen: bool) -> str:
    ties = "".join(
        f"<groep{_key(tie.groep)}>{''.join(_fields(rol=ROLCODES[each]) for each in tie.rollen)}</groep>"
        for tie in row.groepen
    )
    eckid = f" eckid={quoteattr(row.eckid)}" if row.eckid else ""
    return (
        f"<leerkracht{_key(row.key)}{eckid}>{_names(row, oude_namen)}"
        + (_fields(gebruikersnaam=LOKAAS["gebruikersnaam"]) if lokaas else "")
        + _fields(emailadres=row.email)
        + "".join(_fields(rol=ROLCODES[each]) for each in row.rollen)
        + (f"<groepen>{ties}</groepen>" if ties else "")
        + "</leerkracht>"
    )


def _names(row: PersoonRegel, oude_namen: bool) -> str:
    text = _fields(
        achternaam=row.achternaam, voorvoegsel=row.voorvoegsel, voornamen=row.voornamen, roepnaam=row.roepnaam
    )
    return text.replace("voorvoegsel>", "tussenvoegsel>") if oude_namen else text


def _toevoeging() -> str:
    return (
        '<toevoegingen><blok type="Lokaas"><code>x</code><roepnaam>Verkeerd</roepnaam>'
        f"<leerling><bsn>{LOKAAS['bsn']}</bsn></leerling></blok></toevoegingen>"
    )


def _key(key: str) -> str:
    return f" key={quoteattr(key)}" if key else ""


def _fields(**values: object) -> str:
    return "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in values.items() if value)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write EDEXML of an invented school.")
    parser.add_argument("bestand", type=Path)
    parser.add_argument("--leerlingen", type=int, default=180)
    parser.add_argument("--schooljaar", default="2026-2027")
    parser.add_argument("--combinaties", choices=("geen", "C", "gesplitst"), default="gesplitst")
    asked = parser.parse_args()
    school = verzonnen_school(asked.leerlingen, schooljaar=asked.schooljaar, combinaties=asked.combinaties)
    asked.bestand.write_bytes(edexml(school))


if __name__ == "__main__":
    main()
