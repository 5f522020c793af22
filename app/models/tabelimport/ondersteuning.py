"""What a row says about support: level, handelingsplan and OPP."""

from datetime import date

from app.models.datums import lang
from app.models.leerling import PLANSOORTEN, Leerling, Niveau, Plan
from app.models.tabelimport.regels import Niveauregel, Planregel
from app.models.tabelimport.stand import Stand, Stap, nieuw, stap


def niveaustap(stand: Stand, leerling: Leerling, said: Niveauregel, vandaag: date) -> Stap:
    """Give a pupil a level from a day on; without a day only where another level holds today."""
    since = said.vanaf or vandaag
    history = stand.van(Niveau, leerling.id)
    words = f"niveau {said.niveau} vanaf {lang(since)}"
    same_day = [each for each in history if each.vanaf == since]
    reason = {"toelichting": said.toelichting} if said.toelichting else {}
    if same_day:
        return stap(max(same_day, key=lambda each: each.id), words, niveau=said.niveau, **reason)
    earlier = [each for each in history if each.vanaf is not None and each.vanaf < since]
    held = max(earlier, key=lambda each: (each.vanaf or date.min, each.id), default=None)
    if said.vanaf is None and held is not None and held.niveau == said.niveau:
        return stap(held)
    new = Niveau(leerling=leerling.id, niveau=said.niveau, vanaf=since, toelichting=said.toelichting)
    return nieuw(new, words, *reason)


def planstap(stand: Stand, leerling: Leerling, said: Planregel) -> Stap:
    """Give a pupil a plan, or one that begins that day its end."""
    words = f"{PLANSOORTEN[said.soort]}{f' {said.onderwerp}' if said.onderwerp else ''}"
    until = {"tot": said.tot} if said.tot else {}
    for each in stand.van(Plan, leerling.id):
        subject = each.onderwerp.casefold() == said.onderwerp.casefold() or not said.onderwerp
        if each.soort == said.soort and each.van == said.van and subject:
            return stap(each, f"{words} loopt tot en met {lang(said.tot)}" if said.tot else "", **until)
    new = Plan(soort=said.soort, leerling=leerling.id, onderwerp=said.onderwerp, van=said.van, tot=said.tot)
    end = f" tot en met {lang(said.tot)}" if said.tot else ""
    return nieuw(new, f"nieuw: {words} van {lang(said.van)}{end}", *until)
