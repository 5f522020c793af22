"""What the program knows and decides: pure Python, no Qt, no SQL, no files."""
