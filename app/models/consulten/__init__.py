"""Kinds of consult of the samenwerkingsverband: what each asks, and what may happen to an application when."""
