"""What leaves the school, shared by all views that make packs: chosen, previewed, guarded by consent, and logged.

pakketten.py     `Pakketten`: what a view puts on screen; makes the application pack and the hand-over dossier
aanbod.py        what a pack is made of, and what was chosen
aanvraag.py      the application as a pack
overdracht.py    the hand-over dossier as a pack
dialoog.py       `PakketDialoog`: choose what, to whom and why
toestemming.py   `ToestemmingBlok`: the answer of each parent, and the letter that asks for it
antwoord.py      asks what a parent answered
brieven.py       the letters
maken.py         makes a pack beside the screen, and logs it
uitgegaan.py     what left the school, on the page of a pupil
"""
