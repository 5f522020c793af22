"""The note of a conversation that was only written down quickly."""

from datetime import date

from app.models.gesprek import Gesprek
from app.models.gespreksnotitie import gespreksnotitie


def test_a_phone_call_reads_as_a_note():
    gesprek = Gesprek(
        datum=date(2026, 10, 5),
        aanleiding="Noor slaapt\nslecht",
        aanwezig=("S. Berg",),
        notitie="  Moeder belt.  \n- Vanaf morgen eerder naar bed.\n",
    )
    assert gespreksnotitie(gesprek, "Overig gesprek", ["Joke Smit", "S. Berg"]) == (
        "Overig gesprek van 5 oktober 2026\n\n"
        "Aanwezig: Joke Smit, S. Berg\n\n"
        "Aanleiding: Noor slaapt slecht\n\n"
        "Moeder belt.\n- Vanaf morgen eerder naar bed.\n"
    )


def test_only_what_is_known_is_told():
    assert gespreksnotitie(Gesprek(notitie="Gebeld."), "Gesprek") == "Gesprek\n\nGebeld.\n"


def test_nothing_written_down_is_no_note():
    assert gespreksnotitie(Gesprek(notitie=" \n"), "Gesprek") == ""
