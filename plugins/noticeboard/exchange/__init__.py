"""Versions as PO files for translation tools, and back."""
