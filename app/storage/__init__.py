"""The encrypted archive: connection, schema and migrations, revisions, one repository per kind of screen."""
