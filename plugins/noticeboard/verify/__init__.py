"""Checks a finished site as a visitor's browser would read it: pure functions from bytes to problems."""
