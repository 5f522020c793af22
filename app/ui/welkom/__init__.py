"""The first start: five short steps, and nothing is written before the last."""
