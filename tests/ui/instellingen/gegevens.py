"""The day and the passphrase of the school in these tests."""

from datetime import date

WACHTZIN = "paard batterij nietje tulp"
TODAY = date(2026, 11, 23)
