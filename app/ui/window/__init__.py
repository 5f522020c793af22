"""The pieces of the window around the views."""
