"""Sources -> Site: versions grouped, shared facts agreed, references resolved, all sorted."""

from noticeboard.site.build import build_site
from noticeboard.site.records import Announcement, Facts, FileFacts, Site, Source

__all__ = ["Announcement", "Facts", "FileFacts", "Site", "Source", "build_site"]
