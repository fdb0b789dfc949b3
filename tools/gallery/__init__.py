"""The theme's components, each with its examples: for people (`make gallery`) and for tests; never published."""
