"""The content of a version, segment by segment: digests, stamps, and profiles for comparing versions."""
