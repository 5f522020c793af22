"""A picture of every view, light and dark, at two scales, and every document: `python3 dev.py shots OUT`."""
