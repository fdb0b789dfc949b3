"""The verbs of the command line that are not about single texts."""
