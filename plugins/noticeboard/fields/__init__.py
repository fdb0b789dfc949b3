"""The keys of the front matter: each is declared once, in front_matter_keys.py, and everything else is derived."""
