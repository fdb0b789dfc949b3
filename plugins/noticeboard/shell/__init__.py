"""All that touches the world: Pelican, the disk, the clock, Pillow and the terminal."""
