"""Planning the conversations of a moment: by the program itself, or with the times that parents chose in Parro.

view.py          which moment, which road, and what is written
keuzes.py        for whom, on which days, from when until when
dagtijden.py     the days with their times
voorstel.py      the proposal, to look at and to change
roostertabel.py  one day of it, groups side by side
parro.py         the pasted list and what it changes
woorden.py       how days and names are said
"""
