"""All consults of the school: who, what, how far, and what misses."""
