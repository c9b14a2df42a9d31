"""The commands that set the product up and serve it."""
