"""Markdown -> blocks with positions -> safe HTML."""
