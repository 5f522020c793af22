"""All kinds of record the archive keeps, by name."""

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier, Werkaantekening
from app.models.consult import Bijlage, Bijlagepunt, Consult, Toestemming, Verstrekking
from app.models.contact import Contact
from app.models.gesprek import Gesprek, Momentkeuze, Plannertaak
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.records import Record
from app.models.route import Mpo, Route, Routebericht, Routestap, Routevereiste
from app.models.school import Groep, Medewerker, School, Vervanging
from app.models.schooljaar import Gespreksbeleid, Plaatsing, Schooljaar, VrijePeriode

KINDS: dict[str, type[Record]] = {
    each.kind: each
    for each in (
        School,
        Medewerker,
        Groep,
        Gezin,
        Leerling,
        Ouder,
        Ouderschap,
        Niveau,
        Plan,
        Bespreking,
        Agendapunt,
        Definitie,
        Formulier,
        Afspraak,
        Werkaantekening,
        Schooljaar,
        VrijePeriode,
        Gespreksbeleid,
        Plaatsing,
        Vervanging,
        Gesprek,
        Momentkeuze,
        Plannertaak,
        Contact,
        Route,
        Routestap,
        Routebericht,
        Routevereiste,
        Mpo,
        Consult,
        Bijlagepunt,
        Bijlage,
        Verstrekking,
        Toestemming,
    )
}
