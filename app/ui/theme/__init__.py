"""How the program looks: colour roles, type scale, icons, and the one place where they reach Qt."""
