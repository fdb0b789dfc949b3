"""Site -> Page values; one file per kind of page. The values hold all that a template may see."""
