"""Sources -> Site: versions grouped, shared facts agreed, references resolved, all sorted."""

from noticeboard.site.records import Announcement, Facts, FileFacts, Site, Source
from noticeboard.site.site_builder import build_site

__all__ = ["Announcement", "Facts", "FileFacts", "Site", "Source", "build_site"]
