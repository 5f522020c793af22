"""The key of the Proefschool, apart from `keys`, which a start without a passphrase need not load."""

import hashlib

DEMO_KEY = hashlib.sha256(b"Ruggespraak: Proefschool").digest()
"""The key of the demo archive. It is no secret, and it guards nothing: everyone in the Proefschool is invented."""
