"""A table of others: what its columns mean, whom its rows are about, and what that would change.

koppen.py     the headings people use, as data
tabel.py      a table with its heading row
"""
