"""Bringing in the school from its administration: what the file says beside what is known, and what the user decides.

aanlevering.py   the file, read
bestand.py       what the archive holds
klassen.py       which groups the file describes (combination groups)
koppelen.py      who in the file is who in the archive
vergelijken.py   compare(aanlevering, bestand, antwoorden) -> Voorstel
voorstel.py      the proposal, its questions, and the user's ticks
besluit.py       schrijfwerk(voorstel, keuze): what is written
"""
