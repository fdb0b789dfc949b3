"""The commands that are not about single texts."""
