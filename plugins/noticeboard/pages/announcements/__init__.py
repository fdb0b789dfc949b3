"""The page of an announcement in every language, and its fallback pages."""
