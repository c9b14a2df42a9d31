"""How records are read out: one paper a file, then its HTML and its PDF."""
