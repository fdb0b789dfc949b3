"""`noticeboard serve --watch`: builds every edit and shows it in the browser at once."""
