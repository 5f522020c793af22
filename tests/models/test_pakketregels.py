"""What of a pack may leave: never more than the strictest parent of any pupil allows."""

from hypothesis import given
from hypothesis import strategies as st

from app.models.pakketregels import pakketoordeel
from app.models.toestemming import Oordeel

VERDICTS = st.builds(
    lambda versturen, delen, texts: Oordeel(versturen, versturen and delen, texts, texts),
    st.booleans(), st.booleans(), st.lists(st.sampled_from("abc"), max_size=2).map(tuple),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["Noor", "Sem", "Bo"]), VERDICTS), st.booleans())
def test_the_strictest_decides_and_every_refusal_says_why(verdicts, aanvraag):
    found = pakketoordeel(verdicts, aanvraag=aanvraag)
    sharing = bool(verdicts) and all(each.mag_delen for each in verdicts.values())
    assert found.mag_bijlagen == sharing
    assert found.mag_weg == (
        bool(verdicts) and all(each.mag_versturen for each in verdicts.values()) if aanvraag else sharing
    )
    assert bool(found.ontbreekt) == (bool(verdicts) and not sharing)
    if len(verdicts) > 1:
        assert all(each.split(":")[0] in verdicts for each in (*found.ontbreekt, *found.waarschuwingen))
