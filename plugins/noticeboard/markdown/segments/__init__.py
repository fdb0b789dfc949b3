"""What a version says, segment by segment: digests, stamps and profiles that can be compared."""
