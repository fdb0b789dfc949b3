"""Blocks -> safe HTML with slots, through Python-Markdown and the allow-list."""
