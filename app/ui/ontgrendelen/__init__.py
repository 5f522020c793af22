"""Opening the archive with a passphrase, and what stands there when it can't be opened."""
