"""The pupils: list, dossier of one, and a whole group as a grid.

view.py          all pupils, sifted (zeef.py), with a bar of support levels per group (niveaus.py)
dossier.py       one pupil: head (kop.py), timeline (tijdlijn.py), cards (kaarten.py, gesprekken.py, privacy.py)
handelingen.py   what one does in a dossier
raster.py        a group at once (rastertabel.py)
schrijver.py     writes what the user does, and offers to take it back
*_dialoog.py     what is filled in, checked before it is accepted (invoer.py); the small ones are in dialogen.py
woorden.py       how levels and plans are said and coloured, everywhere alike
"""
