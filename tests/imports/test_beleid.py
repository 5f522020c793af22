"""A policy from a file: read whole, or refused in one sentence."""

from pathlib import Path

import pytest

from app.imports.beleid import MOST_BYTES, lees_beleid
from app.imports.problem import ImportProblem
from app.resources import resource

SHIPPED = resource("gespreksbeleid", "wettelijke_tijdlijn.toml").read_text("utf-8")


def test_a_policy_is_read_with_its_text_also_when_windows_wrote_it(tmp_path: Path):
    file = tmp_path / "van een andere school.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SHIPPED.replace("\n", "\r\n").encode())
    beleid, text = lees_beleid(file)
    assert beleid.naam == "wettelijke_tijdlijn"
    assert text == SHIPPED


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "niet te lezen"),
        (b"\xff\xfe\x00", "geen gewone tekst"),
        (b"#" * (MOST_BYTES + 1), "veel te groot"),
        (b"titel = ", "TOML"),
        (SHIPPED.replace("schoolweek", "schoolwek").encode(), "moment ‘start’"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(tmp_path: Path, content: bytes | None, words: str):
    file = tmp_path / "beleid.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ImportProblem, match=r"beleid\.toml") as refused:
        lees_beleid(file)
    assert words in str(refused.value)
