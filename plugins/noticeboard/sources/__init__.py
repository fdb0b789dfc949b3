"""Text of content files -> records, each with the line it came from."""
