"""Forms as data: what a definition says, what an answer may be, and what follows from the answers.

`definition` holds the shapes, `loader` makes them from TOML, `answers` judges what is filled in,
`carry_over` and `compare` look from one form to another.
"""
