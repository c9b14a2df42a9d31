"""Tests of partnerships.queries."""
