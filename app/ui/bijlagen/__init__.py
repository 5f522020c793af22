"""Annexes on screen, shared by all views: the list with its checklist, adding, and the viewer."""
