"""The conversation policy of a school: what kinds there are, when they are, and what each asks."""
