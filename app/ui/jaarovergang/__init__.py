"""Preparing a new school year, in steps; nothing is written before the last one.

view.py            the steps, and going from one to the next
groepen.py         step 1: the new groups (groep_dialoog.py), beside a picture of who goes where (stroom.py)
leerlingen.py      step 2: who stays, skips or leaves, and moving pupils (leerlingtabel.py)
nakijken.py        step 3: figures, what comes along, and the yes
klaar.py           what was done, what now, and the way back
"""
