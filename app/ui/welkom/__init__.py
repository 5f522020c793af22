"""The first start: a few short steps, and nothing written before the last one."""
