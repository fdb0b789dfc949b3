"""One rule per file: every module here that has a RULE is run, listed and explained."""
