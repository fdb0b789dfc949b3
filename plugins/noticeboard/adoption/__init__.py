"""Imports texts from elsewhere as versions: Word documents, HTML pages, and the posts of other generators."""
