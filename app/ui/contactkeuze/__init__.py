"""Choosing people outside the school, shared by all views that do: never typed twice.

keuze.py      `ContactChoice`: search as one types, and who was chosen
dialoog.py    asks for a contact, new or known
"""
