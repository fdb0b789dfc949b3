"""SVG files by allow-list: what a drawing may contain, and the drawing rewritten from what was allowed."""

from noticeboard.sources.svg.drawing import plain_svg, svg_problems

__all__ = ["plain_svg", "svg_problems"]
