"""Everything that touches the outside world: Pelican, the disk, the clock, Pillow and the terminal."""
