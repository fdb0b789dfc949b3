"""The text of content files -> records, with the line that each value comes from."""
