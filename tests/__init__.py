"""Proof that the product does what it says, from outside."""
