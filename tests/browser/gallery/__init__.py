"""The theme's components, each with examples; built for tests only and never published."""
