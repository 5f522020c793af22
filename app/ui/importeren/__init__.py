"""Bringing in the school from its administration, in steps; nothing is written before the last one.

view.py        the steps, and going from one to the next
kiezen.py      choosing a file, and what of it is never taken
lezer.py       reading it on a thread of its own
vragen.py      who in the file is who in the archive
voorstel.py    what would change, with ticks (keuzetabel.py)
klaar.py       what was done, and what now
"""
