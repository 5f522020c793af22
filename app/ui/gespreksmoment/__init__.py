"""The conversations of a group at a moment of the year, or of one teacher: who had one, who still needs one.

view.py         the list, with how far it is (voortgang.py) and what one can do (acties.py)
tabel.py        one row per conversation that is needed or was held
handelingen.py  what is done with those that are chosen, for one or for all at once
gehouden.py     the quick road: held, on which day, and where the reports are; reden.py: why not
opdrachten.py   what is asked of the archive
"""
