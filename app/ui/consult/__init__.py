"""One consult of the samenwerkingsverband: the application, what it misses, the conversation and what came of it."""
