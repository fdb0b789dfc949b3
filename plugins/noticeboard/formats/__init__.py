"""Views -> bytes that programs read: feeds, calendars, sitemaps, search records, and the metadata in a page's head."""
