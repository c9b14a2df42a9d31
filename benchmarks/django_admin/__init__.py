"""Django's admin over the very same tables: the peer that our lists and records are measured beside."""
