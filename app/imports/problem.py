"""What stops an import. Nothing has been changed when one of these is raised."""


class ImportProblem(Exception):
    """A file that can't be used.

    Its str is one Dutch sentence: what, where, what to do. It holds the file's name, never anything out of the file.
    """


class ImportCancelled(Exception):
    """The user stopped the import."""
