"""What developers measure and picture the program with: `python3 dev.py bench` and `python3 dev.py shots`."""
