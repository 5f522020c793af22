"""Meetings: the list, planning one, and its agenda."""
