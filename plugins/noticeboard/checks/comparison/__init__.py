"""What the versions of an announcement state, and how they differ."""
