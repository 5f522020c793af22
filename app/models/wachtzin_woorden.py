"""Words that someone who wants in tries first, as plain data for `wachtzin`.

Collected by ourselves: what schools, names, places, clubs, days and well-known passwords have in common. Ordinary
words do not belong here; four of those, picked at random, make a good passphrase.
"""

KLASSIEKERS = """
wachtwoord wachtzin password passwort passphrase welkom welcome geheim secret inloggen login admin administrator
gebruiker user root test tester testen demo letmein master computer laptop internet windows office google facebook
qwerty azerty qwertz hallo hello doei sesam open sleutel toegang nieuw changeme verander standaard default iloveyou
dragon monkey shadow superman batman pokemon starwars minecraft welkom01 lente zomer herfst winter
"""

SCHOOL = """
school basisschool juf meester leraar leerkracht docent leerling leerlingen kind kinderen groep klas intern begeleider
begeleiding directeur directie conrector ouder ouders onderwijs leren lezen rekenen taal schrijven spelling toets
rapport gesprek bespreking leerlingbespreking dossier zorg zorgteam ondersteuning passend plan handelingsplan
groepsplan ruggespraak parnassys esis parro kleuters kleuter bovenbouw onderbouw middenbouw gymzaal schoolplein
proefschool samenwerkingsverband
"""

NAMEN = """
jan piet klaas kees henk hans peter paul mark johan willem erik rob tom tim daan sem finn luuk lucas levi noah bram
milan mees jesse thijs lars sven ruben stijn jasper max sam adam mohamed ahmed ali omar youssef maria anna anne emma
julia sophie mila tess noor nora eva lotte lisa sanne fleur saar fenna evi zoe lieke maud roos femke marieke
annemarie ingrid monique petra karin linda ellen marjan wilma ria truus bea els fatima samira aisha esther ruth
de vries jansen janssen bakker visser smit meijer mulder bos vos peters hendriks dekker dijkstra
"""

PLAATSEN_EN_CLUBS = """
nederland holland amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen arnhem haarlem
enschede apeldoorn zwolle leiden maastricht dordrecht delft alkmaar deventer leeuwarden assen gouda zeist amersfoort
denhaag denbosch friesland drenthe overijssel gelderland flevoland zeeland brabant limburg belgie duitsland frankrijk
spanje europa ajax feyenoord psv twente oranje heerenveen vitesse sparta
"""

DAGEN_EN_MAANDEN = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
september oktober november december weekend vakantie kerst kerstmis pasen sinterklaas koningsdag verjaardag
"""

LIEFS = """
liefde lief schat schatje liefje moppie kusje kus hond hondje kat poes poesje zonnetje
papa mama pappa mamma opa oma baby engel prinses god jezus
"""

HULPWOORDEN = """
de het een en of in is op te aan met van voor naar bij uit om als dan dat dit die er ik je jij hij zij ze we wij
jullie u mijn jouw zijn haar ons onze niet geen wel ook maar want dus nog al ben bent was waren heb hebt heeft had
hebben kan kunnen mag moet wil gaat gaan ga doe doet doen veel alle alles elke heel altijd vandaag
the and for you are this that with
"""
"""Words that nearly every sentence holds: they make a passphrase longer, hardly harder."""

VOORSPELBAAR = frozenset(
    word
    for words in (KLASSIEKERS, SCHOOL, NAMEN, PLAATSEN_EN_CLUBS, DAGEN_EN_MAANDEN, LIEFS)
    for word in words.split()
    if len(word) > 2
)
"""The words to try first, lower case, without accents or spaces."""

REEKSEN = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "!@#$%^&*()",
)
"""Rows of the alphabet and of the keyboard; they count backwards too."""

ZELDEN = {
    "a": "j",
    "b": "cfghkmnpqvwxz",
    "c": "bdfgjmnpqvwxz",
    "d": "cfkpqxz",
    "e": "",
    "f": "bcdghjkmnpqvwxz",
    "g": "bcfjkmpqvxz",
    "h": "bcdfghjkpqvxz",
    "i": "iuwy",
    "j": "bcdfghlmpqrtvwxyz",
    "k": "bcdfgmpqvxz",
    "l": "hjqrx",
    "m": "cfghjklqrvxz",
    "n": "bhlmpqrwx",
    "o": "j",
    "p": "bcdfgkmnqvwxz",
    "q": "abcdefghijklmnopqrstvwxyz",
    "r": "hjqxz",
    "s": "bdfgqrvxz",
    "t": "bcdfgkmpqx",
    "u": "houvxyq",
    "v": "bcdfghjkmnpqstuvwxz",
    "w": "bcfgjkmpquvxz",
    "x": "bdfghjkmnoqrsuvwxz",
    "y": "bfhjquvxyz",
    "z": "bcdfghjklmnpqrstvx",
}
"""Per letter the ones that hardly ever follow it in a Dutch or English word."""
