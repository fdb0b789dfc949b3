"""Builds a project: reads, links, renders, stages and moves into place."""
