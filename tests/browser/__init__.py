"""Journeys through the product in Chromium, as an officer makes them."""
