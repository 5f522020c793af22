"""Instellingen: the school, its people, and how the program behaves."""
