"""Ruggespraak: the conversations around a pupil, prepared, held and reported."""

__version__ = "0.1.0"
