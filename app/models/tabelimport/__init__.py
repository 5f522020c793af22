"""A table of others: what its columns mean, whom its rows are about, and what that would change.

koppen.py         the headings people use, as data
tabel.py          a table with its heading row
indeling.py       which column holds what
waarden.py        a cell becomes a checked value
regels.py         a row becomes checked values, with what is wrong by column
zoeken.py         which pupil a row is about
stand.py          the records as they would be after the rows so far
gezinnen.py, ouders.py, ondersteuning.py   what a row does to them
uitwerken.py      the whole table: what changes, row by row
"""
