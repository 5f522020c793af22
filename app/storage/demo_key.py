"""The key of the Proefschool, apart from `keys`, which a start without a passphrase need not load."""

DEMO_KEY = bytes.fromhex("76fedb448f9bdbf20a37dd69d1c11726783be13e76218c5e2d58c7258d229067")
"""The key of the demo archive: SHA-256 of "Ruggespraak: Proefschool". It is no secret and guards nothing: everyone in
the Proefschool is invented."""
