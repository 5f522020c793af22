"""Tables of others: CSV, Excel, LibreOffice, or pasted from any of them.

`lees_bestand` and `lees_tekst` give the cells as text; what they mean is for whoever asked (`app.models.tabelimport`).

    lezen.py        a file or pasted text -> Tabel, and the sentence for what can't be read
    codering.py     bytes -> text
    gescheiden.py   text -> rows
    werkblad.py     a spreadsheet -> rows
    ods.py          one of LibreOffice
    grenzen.py      how large a table may be
"""

from app.imports.tabel.grenzen import MAX_BYTES, MAX_RIJEN
from app.imports.tabel.lezen import bekende_koppen, lees_bestand, lees_tekst
from app.models.tabelimport.tabel import Tabel

__all__ = ["MAX_BYTES", "MAX_RIJEN", "Tabel", "bekende_koppen", "lees_bestand", "lees_tekst"]
