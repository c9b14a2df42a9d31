"""The demo: facts with their sources, and its loading."""
