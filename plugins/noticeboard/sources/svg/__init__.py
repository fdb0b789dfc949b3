"""SVG by allow-list: what a drawing may hold, and the drawing written again from what was checked."""

from noticeboard.sources.svg.drawing import plain_svg, svg_problems

__all__ = ["plain_svg", "svg_problems"]
