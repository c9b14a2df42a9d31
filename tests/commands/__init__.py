"""Tests of partnerships.commands."""
