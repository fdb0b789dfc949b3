"""Checks: rules over texts, announcements and the site, what versions state, and explanations."""
