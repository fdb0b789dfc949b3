"""What the program prints at a terminal."""
