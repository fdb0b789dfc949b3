"""Front pages, and the other pages that each language has once."""
