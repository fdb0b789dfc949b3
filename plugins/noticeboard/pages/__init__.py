"""Site -> Page values, with one file per kind of page. They contain everything that templates can see."""
