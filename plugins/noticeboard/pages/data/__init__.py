"""Data files for readers: charts and tables."""
