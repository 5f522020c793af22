"""An annex on disk: what comes out is what went in, or nothing does."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage import bijlagebestand
from app.storage.bijlagebestand import NotWhole, new_key, seal, size_of, unseal

KEY = new_key()
SMALL = 64
SEALED = SMALL + 16
HEAD = 4


@pytest.fixture(autouse=True, scope="module")
def small_pieces():
    """Pieces of a few bytes, so that short files have many of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bijlagebestand, "PIECE", SMALL)
        yield


def sealed(content: bytes, key: bytes = KEY) -> bytes:
    file = io.BytesIO()
    seal([content], file, key)
    return file.getvalue()


def opened(data: bytes, key: bytes = KEY) -> bytes:
    return b"".join(unseal(io.BytesIO(data), key))


contents = st.binary(max_size=SMALL * 5)


@given(st.lists(contents, max_size=6))
def test_what_went_in_comes_out_however_it_was_handed_over(blocks):
    file = io.BytesIO()
    seal(blocks, file, KEY)
    whole = b"".join(blocks)
    assert opened(file.getvalue()) == whole
    assert len(file.getvalue()) == size_of(len(whole))


@given(contents, st.data())
def test_one_changed_byte_is_noticed(content, data):
    harmed = bytearray(sealed(content))
    harmed[data.draw(st.integers(0, len(harmed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(NotWhole):
        opened(bytes(harmed))


@given(contents, st.data())
def test_a_file_that_was_cut_off_is_noticed_also_between_two_pieces(content, data):
    whole = sealed(content)
    cuts = st.integers(0, len(whole) - 1) | st.sampled_from(range(HEAD, len(whole), SEALED))
    with pytest.raises(NotWhole):
        opened(whole[: data.draw(cuts)])


@given(contents, st.binary(min_size=1, max_size=2 * SEALED))
def test_what_was_added_is_noticed(content, more):
    with pytest.raises(NotWhole):
        opened(sealed(content) + more)


@given(st.binary(min_size=SMALL * 3, max_size=SMALL * 5), st.permutations(range(3)))
def test_pieces_in_another_order_are_noticed(content, order):
    whole = sealed(content)
    pieces = [whole[HEAD + SEALED * each : HEAD + SEALED * (each + 1)] for each in range(3)]
    swapped = whole[:HEAD] + b"".join(pieces[each] for each in order) + whole[HEAD + 3 * SEALED :]
    if order == sorted(order):
        assert opened(swapped) == content
    else:
        with pytest.raises(NotWhole):
            opened(swapped)


@given(st.binary(min_size=SMALL * 2, max_size=SMALL * 4))
def test_a_piece_that_is_left_out_or_stands_there_twice_is_noticed(content):
    whole = sealed(content)
    first, rest = whole[HEAD : HEAD + SEALED], whole[HEAD + SEALED :]
    for harmed in (rest, first + first + rest):
        with pytest.raises(NotWhole):
            opened(whole[:HEAD] + harmed)


@given(contents)
def test_another_key_opens_nothing_and_the_same_content_looks_different_each_time(content):
    other = new_key()
    with pytest.raises(NotWhole):
        opened(sealed(content), other)
    assert sealed(content, other)[HEAD:] != sealed(content)[HEAD:]


def test_a_piece_of_another_file_with_other_content_is_noticed():
    one, other = sealed(b"a" * SMALL * 3), sealed(b"b" * SMALL * 3, new_key())
    with pytest.raises(NotWhole):
        opened(one[: HEAD + SEALED] + other[HEAD + SEALED : HEAD + 2 * SEALED] + one[HEAD + 2 * SEALED :])
