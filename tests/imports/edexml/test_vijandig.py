"""Files that were made to do harm: refused soon, with little memory."""

import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest

from app.imports.edexml import read_edexml
from app.imports.edexml.elementen import MAX_DEPTH, MAX_ELEMENTS, MAX_LIST
from app.imports.edexml.lezen import MAX_BYTES
from app.imports.edexml.regels import MAX_ROWS
from app.imports.edexml.xmlstroom import MAX_NAMES, MAX_TOKEN
from app.imports.problem import ImportProblem

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
PUPIL = "<EDEX><leerlingen><leerling key='1'><roepnaam>{}</roepnaam></leerling></leerlingen></EDEX>"


def refused(data: bytes) -> str:
    with pytest.raises(ImportProblem) as problem:
        read_edexml(data, naam="EDEX.XML")
    return str(problem.value)


@pytest.mark.parametrize(
    "data",
    [
        f'<!DOCTYPE EDEX [<!ENTITY l0 "ha">{LAUGHS}]>' + PUPIL.format("&l9;"),
        f'<!DOCTYPE EDEX [<!ENTITY a "{"a" * 50_000}">]>' + PUPIL.format("&a;" * 10_000),
        '<!DOCTYPE EDEX [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + PUPIL.format("&x;"),
        '<!DOCTYPE EDEX SYSTEM "http://127.0.0.1:9/x.dtd">' + PUPIL.format("Bo"),
        '<!DOCTYPE EDEX [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>' + PUPIL.format("Bo"),
        PUPIL.format("&onbekend;"),
    ],
    ids=["billion laughs", "quadratic", "file", "network", "parameter", "undeclared"],
)
def test_entities_are_refused(data: str):
    assert refused(data.encode()).startswith("EDEX.XML bevat verwijzingen (entiteiten)")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<EDEX>" + b"<a>" * (MAX_DEPTH + 1), "onmogelijk veel onderdelen"),
        (b"<EDEX><leerling key='" + b"1" * 3 * MAX_TOKEN + b"'/></EDEX>", "een stuk dat veel te lang is"),
        (b"<EDEX><!--" + b"-x" * 2 * MAX_TOKEN + b"--></EDEX>", "een stuk dat veel te lang is"),
        (b"<EDEX>" + b"".join(b"<a%d/>" % n for n in range(2 * MAX_NAMES)), "te veel verschillende onderdelen"),
        (
            b"<EDEX><leerlingen>" + b"<leerling><roepnaam>B</roepnaam></leerling>" * (MAX_ROWS + 1),
            f"meer dan {MAX_ROWS} leerlingen",
        ),
    ],
    ids=["deep", "long key", "long comment", "many names", "many pupils"],
)
def test_limits(data: bytes, sentence: str):
    assert sentence in refused(data)


def test_the_number_of_elements_is_limited(monkeypatch: pytest.MonkeyPatch):
    assert MAX_BYTES // len("<a/>") > MAX_ELEMENTS  # the limit on bytes would not do
    monkeypatch.setattr("app.imports.edexml.elementen.MAX_ELEMENTS", 1_000)
    assert "onmogelijk veel onderdelen" in refused(b"<EDEX>" + b"<a/>" * 1_001)


class Endless(BytesIO):
    """A file that grows while it is being read, to 200 MB, and that nobody has to write to a disk."""

    def __init__(self) -> None:
        super().__init__(b"<EDEX><leerlingen>")
        self.given = 0

    def read(self, size: int | None = -1) -> bytes:
        begin = super().read(size)
        if begin or self.given > 200 * 1024 * 1024:
            return begin
        self.given += 65_536
        return b"<leerling key='1'><toevoegingen>" + b" " * 65_439 + b"</toevoegingen></leerling>"


def test_a_file_that_grows_to_200_mb_costs_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path, endless = tmp_path / "EDEX.XML", Endless()
    path.write_bytes(b"<EDEX/>")
    monkeypatch.setattr(Path, "open", lambda *_arguments, **_options: endless)
    tracemalloc.start()
    with pytest.raises(ImportProblem, match="is veel groter dan een EDEXML-bestand kan zijn"):
        read_edexml(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert endless.given < MAX_BYTES * 1.01
    assert peak < 2 * 1024 * 1024


def test_ties_of_one_person_are_limited():
    ties = "<groepen>" + "<groep key='g'><rol>IB</rol></groep>" * 100_000 + "</groepen>"
    staff = f"<leerkrachten><leerkracht key='1'><roepnaam>Jo</roepnaam>{ties}</leerkracht></leerkrachten>"
    group = "<groepen><groep key='g'><naam>5</naam></groep></groepen>"
    found = read_edexml(PUPIL.format("Bo").replace("<leerlingen>", group + staff + "<leerlingen>").encode())
    assert [len(row.groepen) for row in found.medewerkers or ()] == [MAX_LIST]


def test_rows_that_are_left_out_count_too():
    assert f"meer dan {MAX_ROWS} leerlingen" in refused(b"<EDEX><leerlingen>" + b"<leerling/>" * (MAX_ROWS + 1))


def test_long_text_of_a_forbidden_field_takes_no_memory():
    data = PUPIL.format("Bo</roepnaam><bsn>" + "1 3 4" * 2_000_000 + "</bsn><roepnaam>").encode()
    tracemalloc.start()
    read_edexml(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * 1024 * 1024
