"""EDEXML: the file in which a Dutch school administration hands over its pupils, groups and staff.

Versions 1.0.3, 2.0 and 2.1 (Edustandaard) and the replies of UWLR, which use the same elements inside a namespace.
`read_edexml` reads a file; what is new, changed or gone is for `app.models.schoolimport` to say.

    lezen.py      a file or bytes -> Aanlevering, and the sentence for a file that can't be read
    xmlstroom.py  XML from outside, in small pieces and within limits
    elementen.py  keeps the few elements that are needed; the text of any other never becomes a value
    regels.py     text -> rows with checked values, and what was wrong with them
    controle.py   what must hold between rows
"""

from app.imports.edexml.lezen import MAX_BYTES, read_edexml

__all__ = ["MAX_BYTES", "read_edexml"]
