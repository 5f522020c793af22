"""From the files of others to models: EDEXML, tables and the demo school."""
