"""Bespreekmodus: one child, one form, nothing else on the screen."""
