"""`noticeboard publish` and `rollback`: releases of a site, each switched to in one step."""
