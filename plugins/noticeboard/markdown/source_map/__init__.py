"""Markdown text -> blocks and inline markup with their positions in the file."""
