"""Data files as readers see them: charts and tables."""
