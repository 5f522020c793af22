"""From the files of others to models: EDEXML and the demo school."""
