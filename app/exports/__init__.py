"""From models to documents: Word and note text."""
