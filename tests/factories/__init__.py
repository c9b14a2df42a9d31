"""Makers of what tests and benchmarks start from."""
