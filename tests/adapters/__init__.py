"""Tests of partnerships/adapters."""
