"""What builds keep between runs: records, sealed so that nobody else can change them, and locks on folders."""
