"""The demo: what public sources say of Seoul and its partners, and its loading."""
