"""Bringing in a table with what EDEXML lacks, in steps; nothing is written before the last one.

view.py        the steps, and going from one to the next
kiezen.py      choosing a file, or pasting
kolommen.py    which column holds what
voorbeeld.py   what becomes of each row
klaar.py       what was done, the way back, and what now
"""
