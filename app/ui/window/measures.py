"""Measures, in grid steps, that the first picture of the window shares with the pages that follow it."""

NARROW, WIDE = 56, 84
"""Widths of the card of a centred page."""

CARD_MARGIN = 4
BETWEEN = 2
"""Between what stands on the card."""

PAGE_MARGIN = 3
ABOVE, BELOW = 2, 3
"""How the room that is left is divided: the card stands a little above the middle."""
