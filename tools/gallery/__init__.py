"""Every component of the theme with its examples, for people (`make gallery`) and for tests. It is never published."""
