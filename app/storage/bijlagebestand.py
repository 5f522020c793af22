"""The file of an annex: pieces of one mebibyte, each encrypted and bound to its place.

A file is four bytes `RGB1` and then the pieces, all full but the last. Every piece is sealed with AES-256-GCM under a
key of this file alone. Its nonce is its number and whether it is the last one (the STREAM construction of Hoang,
Reyhanitabar, Rogaway and Vizár, 2015). So a piece that is changed, cut off, swapped or added no longer opens, and a
reader has no more than one piece in memory.
"""

import secrets
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PIECE = 1024 * 1024
"""Bytes of a full piece before it is encrypted."""

_MARK = b"RGB1"
_SEAL = 16
_KEY_BYTES = 32


class NotWhole(Exception):
    """A file that is not, byte for byte, what was written with this key."""


def new_key() -> bytes:
    """A random key for one file."""
    return secrets.token_bytes(_KEY_BYTES)


def size_of(grootte: int) -> int:
    """Bytes on disk of a file with so many bytes of content."""
    return len(_MARK) + grootte + _SEAL * max(1, -(-grootte // PIECE))


def seal(content: Iterable[bytes], target: BinaryIO, key: bytes) -> None:
    """Write content as encrypted pieces.

    Parameters:
        content: in blocks of any length.
        target: an empty file.
        key: from `new_key`; never used for another file.
    """
    cipher = _cipher(key)
    target.write(_MARK)
    for number, (piece, is_last) in enumerate(_marked_last(_pieces(content))):
        target.write(cipher.encrypt(_nonce(number, is_last), piece, _MARK))


def unseal(source: BinaryIO, key: bytes) -> Iterator[bytes]:
    """The content, piece by piece; each was checked before it is given.

    Raises:
        NotWhole: the file was changed, cut off or added to, or has another key. Pieces before that were right.
    """
    from cryptography.exceptions import InvalidTag

    cipher = _cipher(key)
    if source.read(len(_MARK)) != _MARK:
        raise NotWhole
    try:
        for number, (sealed, is_last) in enumerate(_marked_last(_blocks(source))):
            yield cipher.decrypt(_nonce(number, is_last), sealed, _MARK)
    except InvalidTag as error:
        raise NotWhole from error


def _cipher(key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # takes a while to load; few starts need it

    return AESGCM(key)


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _pieces(content: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size; the last one can be shorter, and there is at least one."""
    held = bytearray()
    for block in content:
        held += block
        while len(held) > PIECE:
            yield bytes(held[:PIECE])
            del held[:PIECE]
    yield bytes(held)


def _blocks(source: BinaryIO) -> Iterator[bytes]:
    """The encrypted pieces of a file; an empty one at its end counts, since it is where something was cut off."""
    sealed = source.read(PIECE + _SEAL)
    while True:
        following = source.read(PIECE + _SEAL) if len(sealed) == PIECE + _SEAL else b""
        yield sealed
        if not following:
            return
        sealed = following


def _marked_last(pieces: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    held = next(pieces)
    for following in pieces:
        yield held, False
        held = following
    yield held, True
