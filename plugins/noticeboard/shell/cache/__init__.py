"""What builds keep between runs: signed records, which nobody else can change, and locks on folders."""
