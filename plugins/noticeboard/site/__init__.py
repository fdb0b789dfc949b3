"""Sources -> Site: versions grouped, shared facts agreed, references resolved, all sorted."""

from noticeboard.site.records import Announcement, Facts, FileFacts, Site
from noticeboard.site.site_builder import build_site
from noticeboard.site.source import Source

__all__ = ["Announcement", "Facts", "FileFacts", "Site", "Source", "build_site"]
