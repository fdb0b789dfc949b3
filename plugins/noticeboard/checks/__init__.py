"""One rule per file: the registry is this folder (checks/rule.py says what a rule is)."""
