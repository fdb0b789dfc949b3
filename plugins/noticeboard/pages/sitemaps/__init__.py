"""Sitemaps and robots.txt."""
