"""All ondersteuningsroutes of the school on one board."""
