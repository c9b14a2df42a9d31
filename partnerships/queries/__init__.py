"""How records are found: each query answers one question for one viewer and loads all that its reader needs."""
