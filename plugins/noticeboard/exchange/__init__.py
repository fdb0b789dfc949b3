"""Versions as files for translation tools (PO, XLIFF), and back."""
