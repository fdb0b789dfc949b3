"""`noticeboard serve --watch`: builds what is edited and shows it in the browser at once."""
