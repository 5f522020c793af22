"""One conversation: when, with whom, what it follows from, and its report.

view.py         the page: agreements that run first (afspraken.py), then the report (verslagkaart.py) and a note
feiten.py       the facts beside it, and the parents with their addresses
handelingen.py  what is done there; each deed can be taken back
opdrachten.py   what is asked of the archive
"""
