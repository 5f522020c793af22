"""The school year of conversations: where it stands, and what asks for something."""
