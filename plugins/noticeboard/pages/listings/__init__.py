"""Lists of announcements: per kind, per term and per year."""
