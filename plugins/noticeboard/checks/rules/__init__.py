"""One rule per file: every module here that holds a RULE is run, listed and explained."""
