"""A form on screen: the controller that keeps every word, the editor per kind of field, and their section."""
