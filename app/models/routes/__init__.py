"""The ondersteuningsroute: its stations as data, and the rules of what can be done at each."""
