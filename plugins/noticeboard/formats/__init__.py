"""Views -> what programs read: the bytes of feeds, calendars and sitemaps, and what a page's head says of itself."""
