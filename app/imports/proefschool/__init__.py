"""The Proefschool: an invented school, so that whoever wants to look around finds every view filled.

Everything about it stands in `resources/proefschool`; its days move along with the day on which it is made.
"""

from app.imports.proefschool.lezen import lees

__all__ = ["lees"]
