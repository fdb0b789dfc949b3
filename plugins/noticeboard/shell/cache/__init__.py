"""What builds keep between runs: records, sealed against changes by others, and locks on folders."""
