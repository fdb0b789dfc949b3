"""Checks: rules for texts, announcements and the site, comparisons of versions, and explanations of problems."""
