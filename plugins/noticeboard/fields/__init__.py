"""The keys of the front matter.

Each is declared once, in announcement_keys.py or front_matter_keys.py; everything else is derived.
"""
