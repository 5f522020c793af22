"""The file opens with the right key only: for other programs too, and by the published format."""

import hmac
import os
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path

import pytest
import sqlcipher3
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from app.storage.archive import FILE_NAME

from .school import KEY, filled_archive

PAGE, SALT, IV, MAC = 4096, 16, 16, 64
WRONG = (bytes(32), KEY[:-1] + b"\0", bytes(reversed(KEY)))


@pytest.fixture
def file(tmp_path):
    filled_archive(tmp_path)
    return tmp_path / FILE_NAME


def pages(file: Path, key: bytes) -> Iterator[bytes]:
    """Decrypt a file page by page as zetetic.net/sqlcipher/design describes, with another library than the program's.

    Raises:
        ValueError: a page was not sealed with this key.
    """
    data = file.read_bytes()
    salt = data[:SALT]
    mac_key = pbkdf2_hmac("sha512", key, bytes(each ^ 0x3A for each in salt), 2, 32)
    for number, start in enumerate(range(0, len(data), PAGE), 1):
        page = data[start + (SALT if number == 1 else 0) : start + PAGE]
        sealed, mac = page[:-MAC], page[-MAC:]
        if not hmac.compare_digest(hmac.digest(mac_key, sealed + number.to_bytes(4, "little"), "sha512"), mac):
            raise ValueError(f"page {number}")
        decryptor = Cipher(AES(key), CBC(sealed[-IV:])).decryptor()
        yield decryptor.update(sealed[:-IV]) + decryptor.finalize()


def test_every_page_is_sealed_with_the_key(file):
    plain = list(pages(file, KEY))
    assert len(plain) * PAGE == file.stat().st_size
    assert plain[0][:2] == PAGE.to_bytes(2, "big")  # where SQLite's own header tells the size of a page
    assert any(b"Noor" in page for page in plain)


@pytest.mark.parametrize("wrong", WRONG)
def test_no_page_opens_with_another_key(file, wrong):
    with pytest.raises(ValueError, match="page 1"):
        next(pages(file, wrong))


def test_the_file_does_not_even_say_that_it_is_a_database(file):
    assert b"SQLite" not in file.read_bytes()


@pytest.fixture
def command():
    """The `sqlcipher` command: reads a file with a key, or without one; gives its exit code and what it said."""
    if shutil.which("sqlcipher") is None:
        assert not os.environ.get("CI"), "CI has the sqlcipher command"
        pytest.skip("the sqlcipher command is not installed")

    def run(file: Path, key: bytes | None) -> tuple[int, str]:
        unlock = f"PRAGMA key = \"x'{key.hex()}'\";" if key else ""
        words = f".output {os.devnull}\n{unlock}\n.output\nSELECT roepnaam FROM leerling;\n"
        arguments = ["sqlcipher", "-batch", "-bail", str(file)]
        done = subprocess.run(arguments, input=words, capture_output=True, text=True, check=False)
        return done.returncode, (done.stdout + done.stderr).strip()

    return run


def version() -> int:
    """Main version of the command's format; that of Debian 12 still writes the third."""
    said = subprocess.run(["sqlcipher", "-version"], capture_output=True, text=True, check=True).stdout
    return 3 if said < "3.27" else 4


def in_format_3(file: Path, target: Path) -> Path:
    """The same content with the same key, page for page made anew in the format of ten years ago."""
    connection = sqlcipher3.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute(f"ATTACH ? AS oud KEY \"x'{KEY.hex()}'\"", (str(target),))
    for setting in ("page_size = 1024", "hmac_algorithm = HMAC_SHA1", "kdf_algorithm = PBKDF2_HMAC_SHA1"):
        connection.execute(f"PRAGMA oud.cipher_{setting}")
    connection.execute("SELECT sqlcipher_export('oud')")
    connection.close()
    return target


def test_the_command_opens_it_with_the_right_key_only(file, command, tmp_path):
    for wrong in (None, *WRONG):
        code, said = command(file, wrong)
        assert code != 0
        assert "Noor" not in said
    readable = file if version() == 4 else in_format_3(file, tmp_path / "oud.db")
    assert command(readable, KEY) == (0, "Noor")
    for wrong in (None, *WRONG):
        assert command(readable, wrong)[0] != 0
