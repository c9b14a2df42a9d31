"""Proof of the papers: their values, their sheet and their PDF."""
