"""Feeds: what is new, per language, kind and term."""
