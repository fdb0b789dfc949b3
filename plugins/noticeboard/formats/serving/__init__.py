"""How web servers should serve a site: one list of rules, written in the form of each server."""

CONFIGURATIONS = {"nginx": "nginx.conf.jinja", "apache": "apache.conf.jinja", "caddy": "caddyfile.jinja"}
"""The web servers that are configured by one file, and the template of that file in this folder.

For nginx it is a server block and its maps, for conf.d; for Apache 2.4 the directives of a <Directory> block
(mod_headers, mod_rewrite, mod_mime and mod_dir); for Caddy 2 a Caddyfile with one site block (Caddy gets the
certificate by itself).
"""
