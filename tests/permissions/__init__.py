"""Tests of partnerships.permissions."""
