"""Draws the pictures of the demo content; the same Pillow gives the same bytes.

python tools/draw_pictures.py            writes them below content/
python tools/draw_pictures.py FOLDER     writes them below another folder
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable

Point = tuple[float, float]

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1200, 675
# Pillow's shapes have no smooth edges: they are drawn three times as large and scaled down.
SCALE = 3

PAPER = "#f4efe4"
SHADE = "#e3dccb"
INK = "#22344a"
BLUE = "#2f5d8c"
LIGHT_BLUE = "#a9c6de"
TEAL = "#2f7f79"
LIGHT_TEAL = "#a8d0c8"
OCHRE = "#d99a2b"
RED = "#b8503c"
WHITE = "#fffdf8"
LIGHT_SKIN, LIGHT_SKIN_EDGE = "#e9b893", "#c68e66"
DARK_SKIN, DARK_SKIN_EDGE = "#9c6644", "#74472c"


class Canvas:
    """A picture of WIDTH x HEIGHT units; y grows downwards, colours are written #rrggbb."""

    def __init__(self, background: str) -> None:
        """A canvas of one colour."""
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self._draw = ImageDraw.Draw(self._image)

    def polygon(self, points: list[Point], colour: str) -> None:
        """Fills the area between the points."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        """Fills a circle."""
        self._draw.circle((centre[0] * SCALE, centre[1] * SCALE), radius * SCALE, fill=colour)

    def ellipse(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Fills an ellipse; the box is left, top, right, bottom."""
        self._draw.ellipse([value * SCALE for value in box], fill=colour)

    def card(self, box: tuple[float, float, float, float], colour: str, radius: float = 0) -> None:
        """Fills a rectangle with rounded corners; the box is left, top, right, bottom."""
        self._draw.rounded_rectangle([value * SCALE for value in box], radius=radius * SCALE, fill=colour)

    def stroke(self, points: list[Point], width: float, colour: str) -> None:
        """Draws a line of that width through the points, with round ends and corners."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE))
        for point in points:
            self.disc(point, width / 2, colour)

    def finger(self, points: list[Point], width: float, colours: tuple[str, str]) -> None:
        """Draws a stroke of the first colour with an edge of the second."""
        self.stroke(points, width + 8, colours[1])
        self.stroke(points, width, colours[0])

    def arc(self, box: tuple[float, float, float, float], degrees: tuple[float, float], colour: str) -> None:
        """Draws a part of an ellipse as a line, clockwise from three o'clock."""
        self._draw.arc([value * SCALE for value in box], *degrees, fill=colour, width=22 * SCALE)

    def save(self, path: Path) -> None:
        """Writes the picture at its final size, in the format of the file's ending."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".jpg":
            small.save(path, quality=88, optimize=True, subsampling=0)
        else:
            flat = small.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            flat.save(path, optimize=True)


def handshake() -> Canvas:
    """Two hands that shake each other, their sleeves blue and teal."""
    canvas = Canvas(PAPER)
    canvas.disc((600, 350), 270, SHADE)
    _arm(canvas, [(-60, 560), (330, 430)], BLUE, [(330, 430), (368, 417)])
    _arm(canvas, [(1260, 560), (870, 430)], TEAL, [(870, 430), (832, 417)])
    light, dark = (LIGHT_SKIN, LIGHT_SKIN_EDGE), (DARK_SKIN, DARK_SKIN_EDGE)
    canvas.finger([(400, 405), (560, 335), (690, 350)], 122, light)
    canvas.finger([(800, 405), (690, 352), (590, 345)], 122, dark)
    canvas.stroke([(400, 405), (520, 353)], 122, LIGHT_SKIN)
    for step in range(4):
        start = (560 + 27 * step, 372 + 12 * step)
        canvas.finger([start, (start[0] - 62, start[1] + 62)], 38, dark)
    canvas.stroke([(800, 405), (690, 358), (640, 362)], 118, DARK_SKIN)
    canvas.finger([(508, 318), (590, 276), (668, 296)], 44, light)
    canvas.stroke([(440, 375), (516, 330)], 80, LIGHT_SKIN)
    return canvas


def _arm(canvas: Canvas, sleeve: list[Point], colour: str, cuff: list[Point]) -> None:
    canvas.stroke(sleeve, 190, colour)
    canvas.stroke(cuff, 150, WHITE)


def tablet() -> Canvas:
    """A tablet with a chart on its screen, a pencil and an exercise book on a desk."""
    canvas = Canvas(LIGHT_BLUE)
    canvas.polygon([(0, 430), (WIDTH, 430), (WIDTH, HEIGHT), (0, HEIGHT)], SHADE)
    canvas.card((250, 110, 790, 520), INK, 34)
    canvas.card((276, 136, 764, 494), WHITE, 14)
    for index, (height, colour) in enumerate([(110, BLUE), (180, TEAL), (140, OCHRE), (230, BLUE), (270, TEAL)]):
        left = 326 + 82 * index
        canvas.card((left, 450 - height, left + 56, 450), colour, 6)
    canvas.stroke([(316, 458), (726, 458)], 6, INK)
    _exercise_book(canvas)
    _pencil(canvas)
    return canvas


def _exercise_book(canvas: Canvas) -> None:
    canvas.card((850, 300, 1090, 600), RED, 12)
    canvas.card((884, 340, 1056, 420), WHITE, 8)
    canvas.stroke([(904, 368), (1036, 368)], 6, SHADE)
    canvas.stroke([(904, 394), (996, 394)], 6, SHADE)


def _pencil(canvas: Canvas) -> None:
    canvas.polygon([(300, 570), (640, 552), (642, 584), (302, 602)], OCHRE)
    canvas.polygon([(640, 552), (700, 565), (642, 584)], LIGHT_SKIN)
    canvas.polygon([(680, 561), (700, 565), (681, 572)], INK)
    canvas.polygon([(276, 571), (300, 570), (302, 602), (278, 603)], RED)


def devices() -> Canvas:
    """A laptop, a tablet, a telephone and headphones, side by side."""
    canvas = Canvas(PAPER)
    canvas.stroke([(60, 500), (1140, 500)], 8, SHADE)
    canvas.card((90, 190, 480, 460), INK, 18)
    canvas.card((108, 208, 462, 442), LIGHT_BLUE, 8)
    canvas.polygon([(90, 460), (480, 460), (530, 496), (40, 496)], BLUE)
    canvas.card((570, 200, 780, 496), INK, 22)
    canvas.card((586, 218, 764, 478), LIGHT_TEAL, 8)
    canvas.card((830, 300, 930, 496), INK, 18)
    canvas.card((840, 316, 920, 476), OCHRE, 8)
    canvas.arc((975, 270, 1135, 510), (180, 360), TEAL)
    canvas.card((962, 380, 1010, 490), TEAL, 20)
    canvas.card((1100, 380, 1148, 490), TEAL, 20)
    return canvas


def speech_bubbles() -> Canvas:
    """Four speech bubbles with lines and dots in place of words."""
    canvas = Canvas(WHITE)
    _bubble(canvas, (110, 90, 560, 300), BLUE, (200, 380))
    _bubble(canvas, (640, 70, 1080, 250), OCHRE, (900, 330))
    _bubble(canvas, (180, 390, 600, 580), TEAL, (440, 660))
    _bubble(canvas, (680, 350, 1100, 590), RED, (780, 660))
    for left, top, widths in [
        (165, 160, (330, 250)),
        (695, 125, (320, 220)),
        (235, 455, (300, 200)),
        (735, 430, (310, 240)),
    ]:
        for row, width in enumerate(widths):
            y = top + 62 * row
            canvas.stroke([(left, y), (left + width - 60, y)], 22, WHITE)
            canvas.disc((left + width - 10, y), 11, WHITE)
    return canvas


def _bubble(canvas: Canvas, box: tuple[float, float, float, float], colour: str, tip: Point) -> None:
    canvas.card(box, colour, 60)
    bottom = box[3] - 30
    canvas.polygon([(tip[0] - 10, bottom), (tip[0] + 90, bottom), tip], colour)


def trees() -> Canvas:
    """Three trees on a hill under the sun, and a row of stumps to sit on."""
    canvas = Canvas(LIGHT_BLUE)
    canvas.disc((1010, 140), 74, OCHRE)
    canvas.ellipse((-300, 400, 900, 1100), LIGHT_TEAL)
    canvas.ellipse((100, 440, 1500, 1200), TEAL)
    for x, foot, size in [(270, 430, 105), (600, 520, 135), (930, 470, 115)]:
        canvas.stroke([(x, foot), (x, foot - 2 * size)], size / 4, DARK_SKIN_EDGE)
        for dx, dy, part in [(-0.55, 1.7, 0.75), (0.55, 1.7, 0.75), (0, 2.3, 0.95)]:
            canvas.disc((x + dx * size, foot - dy * size), part * size, "#3f7d4e")
    for index in range(5):
        x = 420 + 110 * index
        canvas.card((x, 575, x + 66, 640), DARK_SKIN, 8)
        canvas.ellipse((x, 560, x + 66, 594), LIGHT_SKIN)
    return canvas


PICTURES: dict[str, Callable[[], Canvas]] = {
    "surveys/school-mentoring/handshake.jpg": handshake,
    "surveys/digital-tools/tablet.jpg": tablet,
    "surveys/digital-tools/devices.png": devices,
    "surveys/language-classes/speech-bubbles.png": speech_bubbles,
    "surveys/outdoor-learning/trees.jpg": trees,
}
"""Path below the content folder -> the function that draws the picture."""


def main(arguments: list[str]) -> None:
    """Writes every picture below the folder that the first argument names, else below content/."""
    folder = Path(arguments[0]) if arguments else ROOT / "content"
    for path, draw in PICTURES.items():
        draw().save(folder / path)


if __name__ == "__main__":
    main(sys.argv[1:])
