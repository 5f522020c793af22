"""How the program starts: a list of small steps, most of which need no window."""
