"""`noticeboard publish` and `rollback`: releases of a site, switched in one step."""
