"""From one school year to the next: who goes to which group, and who leaves. Nothing is written before a yes.

tijd.py        which year follows, and when
stand.py       what the archive holds when it begins
stappen.py     what a pupil can do: one year up, stay, skip one, leave
groepen.py     the groups of the new year, and which of them a pupil is proposed for
overgang.py    the whole proposal, and what the user makes of it
concept.py     those choices as text, until the new year is written
controle.py    figures, what is wrong, and what is good to know
besluit.py     schrijfwerk(overgang): what is written
"""
