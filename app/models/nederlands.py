"""Dutch words without their endings, light enough to run at every key: for comparing texts, never for showing them."""

import re
import unicodedata
from functools import lru_cache

_FUNCTION_TEXT = """
    de het een en of in is op te aan met van voor naar bij uit om als dan dat dit die er ik je jij hij zij ze we wij
    jullie u mijn jouw zijn haar hem hun ons onze niet geen wel ook maar want dus nog al ben was waren heb hebt heeft
    had hebben kan kunnen mag mogen moet moeten wil willen zal zullen wordt worden gaat gaan doet doen door over tot
    tijdens zonder tussen na onder per eerst daarna steeds elke elk iedere ieder alle altijd soms zelf weer meer minder
    veel even heel zo waar wat wie hoe wanneer omdat zodat tegen keer maal dag dagen week weken minuut minuten min uur
    kwartier maand maanden periode ochtend middag maandag dinsdag woensdag donderdag vrijdag kind kinderen leerling
    leerlingen leerkracht leraar juf meester school klas les lessen bijvoorbeeld laten krijgt krijgen geeft geven maakt
    maken gebruikt gebruiken
"""

_GENERAL_TEXT = """
    extra oefenen werken helpen hulp samen zelfstandig alleen groep instructie uitleg opdracht begeleiding
    ondersteuning aanpak plan stap rustig kort vaak beginnen afspreken inzetten aanbieden bieden nieuw goed eigen
"""

FUNCTION_WORDS = frozenset(_FUNCTION_TEXT.split())
"""Words that say nothing about an approach, or that any approach holds: people, places and times of a school."""

_IRREGULAR = {"oefen": "oefen", "reken": "reken", "teken": "teken", "spelling": "spelling", "gelezen": "les"}
"""Words whose end only looks like an ending."""

_DIMINUTIVE = re.compile(r"(?:(?<=[^aeiou][^aeiou])et|(?<=[lnrw])t|(?<=m)p)?jes?$")
_PLURAL_S = re.compile(r"(?:el|er|em|en|et|ie|or|ar|oon|ee|[^aeou][aou])s$")
_INFINITIVE = re.compile(r"(?:en|(?<!i)e)$")
_PAST = re.compile(r"(?<=[bgklmnpr])[dt]$")
_DOUBLE_VOWEL = re.compile(r"([aeou])\1")
_DOUBLE_END = re.compile(r"([^aeiou])\1$")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its ending, e.g. `tafel` for `tafeltjes`, `oefen` for `geoefend`.

    Parameters:
        word: one word, in any case, with or without accents.

    Returns:
        Small letters only; empty for a function word and for what is shorter than three letters.
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", word.casefold()) if each.isalpha())
    if plain in FUNCTION_WORDS or len(plain) < 3:
        return ""
    return _IRREGULAR.get(plain) or _same_spelling(_without_prefix(_without_ending(plain)))


def _without_ending(word: str) -> str:
    if len(word) > 5 and _DIMINUTIVE.search(word):
        return _DIMINUTIVE.sub("", word)
    if len(word) > 4 and _PLURAL_S.search(word):
        return word[:-1]
    return _INFINITIVE.sub("", word) if len(word) > 4 else word


def _without_prefix(word: str) -> str:
    if len(word) > 6 and word.startswith("ge") and word[-1] in "dt":
        return word[2:-1]
    if len(word) > 7 and word.endswith("ing"):
        return word.removesuffix("ing")
    return _PAST.sub("", word) if len(word) > 4 else word


def _same_spelling(word: str) -> str:
    """Undo what Dutch spelling does to an open or closed syllable: `lezen`, `lees` and `gelezen` come out alike."""
    word = _DOUBLE_END.sub(r"\1", _DOUBLE_VOWEL.sub(r"\1", word))
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])


GENERAL = frozenset(stem(word) for word in _GENERAL_TEXT.split())
"""Stems of words that many approaches have in common."""
