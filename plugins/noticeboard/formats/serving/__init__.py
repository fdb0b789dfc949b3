"""How web servers should serve a site: one list of rules, written in the form of each server."""
