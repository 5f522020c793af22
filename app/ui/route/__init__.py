"""The ondersteuningsroute of one pupil: the line of stations, and what can be done at each."""
