"""Looks at a finished site as a visitor's browser would read it: pure, from bytes to problems."""
