"""What the program says at a terminal."""
