"""Values and what records know of themselves."""
