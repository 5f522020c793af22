"""How fast and how big the program is, as ratios to something bare, taken in one run: `python3 dev.py bench`."""
