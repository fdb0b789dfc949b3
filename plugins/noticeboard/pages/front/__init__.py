"""Front pages, and the other pages of which a language has one."""
