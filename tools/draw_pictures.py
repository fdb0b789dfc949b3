"""Draws the pictures of the demo content; the same Pillow gives the same bytes.

python tools/draw_pictures.py            writes them below content/
python tools/draw_pictures.py FOLDER     writes them below another folder

They are one family, as prints in few inks on warm paper: inks that overlap mix, and each fades a little downwards.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable

    Shape = Callable[[ImageDraw.ImageDraw], None]

Point = tuple[float, float]
Box = tuple[float, float, float, float]

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1280, 720
# Pillow's shapes have no smooth edges: they are drawn twice as large and scaled down.
SCALE = 2

PAPER = "#f8f1e3"
DEEP = "#0d4258"
SEA = "#2e8796"
MINT = "#a9d8cd"
SUN = "#f4b740"
CORAL = "#e8694b"
BLUSH = "#f6c3ad"
SAND = "#ead8b8"
LIGHT_SKIN, DARK_SKIN = "#e2a884", "#8a5638"
FADE = 0.82
"""What is left of an ink at the lower edge of its shape."""


class Print:
    """A picture of WIDTH x HEIGHT units; y grows downwards, colours are written #rrggbb."""

    def __init__(self, paper: str = PAPER) -> None:
        """A sheet of one colour."""
        self._paper = paper
        self._sheet = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), paper)

    def ink(self, colour: str, *shapes: Shape, cover: bool = False, flat: bool = False) -> None:
        """Prints shapes in one ink, which mixes with what is below unless it covers it, and fades unless it is flat."""
        mask = Image.new("L", self._sheet.size)
        draw = ImageDraw.Draw(mask)
        for shape in shapes:
            shape(draw)
        box = mask.getbbox()
        if box is None:
            return
        if cover:
            self._sheet.paste(Image.new("RGB", mask.size, self._paper), mask=mask)
        faded = mask if flat else ImageChops.multiply(mask, _fading(mask.size, box))
        layer = Image.composite(Image.new("RGB", mask.size, colour), Image.new("RGB", mask.size, "#ffffff"), faded)
        self._sheet = ImageChops.multiply(self._sheet, layer)

    def save(self, path: Path) -> None:
        """Writes the picture at its final size, in the format of the file's ending."""
        small = self._sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".jpg":
            small.save(path, quality=90, optimize=True, subsampling=0)
        else:
            flat = small.quantize(192, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            flat.save(path, optimize=True)


def _fading(size: tuple[int, int], box: tuple[int, int, int, int]) -> Image.Image:
    """A mask with full strength at the top of the box and FADE of it at the bottom."""
    top, bottom = box[1], max(box[3], box[1] + 1)
    column = Image.new("L", (1, size[1]))
    for y in range(size[1]):
        part = min(max((y - top) / (bottom - top), 0), 1)
        column.putpixel((0, y), round(255 * (1 - (1 - FADE) * part)))
    return column.resize(size)


def disc(centre: Point, radius: float) -> Shape:
    """A circle."""
    return lambda draw: draw.circle((centre[0] * SCALE, centre[1] * SCALE), radius * SCALE, fill=255)


def card(box: Box, radius: float = 0) -> Shape:
    """A rectangle with rounded corners; the box is left, top, right, bottom."""
    scaled = [value * SCALE for value in box]
    return lambda draw: draw.rounded_rectangle(scaled, radius=radius * SCALE, fill=255)


def ellipse(box: Box) -> Shape:
    """An ellipse that fills the box."""
    return lambda draw: draw.ellipse([value * SCALE for value in box], fill=255)


def polygon(*points: Point) -> Shape:
    """The area between the points."""
    return lambda draw: draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=255)


def stroke(width: float, *points: Point) -> Shape:
    """A line of the given width through the points, with round ends and corners."""

    def draw_line(draw: ImageDraw.ImageDraw) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        draw.line(scaled, fill=255, width=round(width * SCALE))
        for x, y in scaled:
            draw.circle((x, y), width * SCALE / 2, fill=255)

    return draw_line


def turned(box: Box, degrees: float) -> Shape:
    """A rectangle turned clockwise about its centre."""
    left, top, right, bottom = box
    x0, y0, angle = (left + right) / 2, (top + bottom) / 2, math.radians(degrees)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    cos, sin = math.cos(angle), math.sin(angle)
    return polygon(*(((x - x0) * cos - (y - y0) * sin + x0, (x - x0) * sin + (y - y0) * cos + y0) for x, y in corners))


def handshake() -> Print:
    """Two hands that shake in front of two suns."""
    sheet = Print()
    sheet.ink(SUN, disc((500, 330), 285))
    sheet.ink(MINT, disc((780, 330), 285))
    sheet.ink(DEEP, stroke(200, (-80, 700), (330, 470)), cover=True)
    sheet.ink(CORAL, stroke(200, (1360, 700), (950, 470)), cover=True)
    sheet.ink(SAND, stroke(158, (362, 452), (386, 440)), stroke(158, (918, 452), (894, 440)), cover=True)
    sheet.ink(LIGHT_SKIN, stroke(128, (420, 425), (600, 345), (730, 360)), cover=True, flat=True)
    sheet.ink(DARK_SKIN, stroke(128, (860, 425), (730, 362), (640, 352)), cover=True, flat=True)
    for step in range(4):
        x, y = 606 + 29 * step, 386 + 13 * step
        sheet.ink(PAPER, stroke(46, (x, y), (x - 64, y + 66)), cover=True)
        sheet.ink(DARK_SKIN, stroke(39, (x, y), (x - 64, y + 66)), cover=True, flat=True)
    sheet.ink(DARK_SKIN, stroke(122, (860, 425), (735, 372), (690, 370)), cover=True, flat=True)
    sheet.ink(PAPER, stroke(58, (540, 318), (630, 280), (716, 304)), cover=True)
    sheet.ink(
        LIGHT_SKIN,
        stroke(48, (540, 320), (630, 284), (716, 306)),
        stroke(86, (470, 388), (552, 338)),
        cover=True,
        flat=True,
    )
    return sheet


def tablet() -> Print:
    """A tablet with a chart, a pencil and an exercise book on a desk."""
    sheet = Print()
    sheet.ink(MINT, card((0, 0, WIDTH, 470)))
    sheet.ink(SUN, disc((1040, 210), 150), cover=True)
    sheet.ink(SAND, card((0, 470, WIDTH, HEIGHT)), cover=True)
    sheet.ink(SAND, polygon((240, 560), (860, 560), (960, 640), (340, 640)))
    sheet.ink(DEEP, card((250, 90, 850, 560), 36), cover=True)
    sheet.ink("#fffdf8", card((280, 120, 820, 530), 14), cover=True)
    bars = ((96, SEA), (168, CORAL), (128, SUN), (224, SEA), (282, DEEP))
    for index, (height, colour) in enumerate(bars):
        left = 336 + 90 * index
        sheet.ink(colour, card((left, 480 - height, left + 62, 480), 6))
    sheet.ink(CORAL, stroke(9, (367, 360), (457, 290), (547, 318), (637, 226), (727, 172)))
    sheet.ink(DEEP, stroke(6, (322, 486), (776, 486)))
    sheet.ink(SAND, polygon((930, 640), (1180, 640), (1250, 690), (1000, 690)))
    sheet.ink(CORAL, card((910, 330, 1170, 640), 14), cover=True)
    sheet.ink(DEEP, card((910, 330, 944, 640), 10))
    sheet.ink("#fffdf8", card((980, 380, 1130, 456), 8), cover=True)
    sheet.ink(SEA, stroke(7, (1000, 406), (1110, 406)), stroke(7, (1000, 430), (1070, 430)))
    _pencil(sheet, (330, 628), 380, 3)
    return sheet


def _pencil(sheet: Print, at: Point, length: float, slope: float) -> None:
    """A pencil from its end at a point to its tip on the right; `slope` is how far it drops for every 100 units."""
    x, y = at
    fall = slope / 100

    def piece(start: float, end: float, half: float, tip: float) -> Shape:
        a, b = y + fall * start, y + fall * end
        return polygon((x + start, a - half), (x + end, b - tip), (x + end, b + tip), (x + start, a + half))

    sheet.ink(CORAL, piece(0, 34, 17, 17), cover=True)
    sheet.ink(SUN, piece(34, length, 17, 17), cover=True)
    sheet.ink(BLUSH, piece(length, length + 62, 17, 5), cover=True)
    sheet.ink(DEEP, piece(length + 48, length + 66, 6, 1), cover=True)


def devices() -> Print:
    """A laptop, a tablet, a telephone and headphones, side by side."""
    sheet = Print()
    sheet.ink(MINT, disc((330, 330), 250))
    sheet.ink(BLUSH, disc((760, 340), 220))
    sheet.ink(SAND, card((0, 560, WIDTH, HEIGHT)), cover=True)
    sheet.ink(DEEP, card((110, 200, 550, 520), 20), cover=True)
    sheet.ink("#fffdf8", card((130, 220, 530, 500), 8), cover=True)
    sheet.ink(SEA, disc((330, 360), 84))
    sheet.ink(SUN, disc((390, 380), 66))
    sheet.ink(SEA, polygon((110, 520), (550, 520), (600, 562), (60, 562)), cover=True)
    sheet.ink(DEEP, card((640, 230, 860, 562), 24), cover=True)
    sheet.ink("#fffdf8", card((658, 250, 842, 542), 8), cover=True)
    for row, width in enumerate((130, 100, 120, 70)):
        sheet.ink(CORAL if row == 0 else SEA, stroke(14, (690, 300 + 56 * row), (690 + width, 300 + 56 * row)))
    sheet.ink(CORAL, card((920, 330, 1024, 562), 20), cover=True)
    sheet.ink("#fffdf8", card((932, 350, 1012, 536), 8), cover=True)
    sheet.ink(SUN, disc((972, 440), 28))
    arc = [(1150 + 76 * math.cos(math.radians(a)), 420 + 106 * math.sin(math.radians(a))) for a in range(180, 361, 6)]
    sheet.ink(DEEP, stroke(20, *arc), cover=True)
    sheet.ink(SEA, card((1050, 408, 1102, 540), 24), card((1198, 408, 1250, 540), 24), cover=True)
    return sheet


def speech_bubbles() -> Print:
    """Speech bubbles that overlap, each with lines in place of words."""
    sheet = Print()
    bubbles: tuple[tuple[str, Box, Point], ...] = (
        (MINT, (90, 90, 640, 370), (180, 470)),
        (SUN, (470, 60, 980, 300), (860, 400)),
        (CORAL, (640, 250, 1190, 540), (1060, 650)),
        (SEA, (210, 330, 740, 590), (360, 690)),
    )
    for colour, box, tip in bubbles:
        sheet.ink(colour, _bubble(box, tip))
    lines = ((150, 170, (270, 330)), (560, 130, (240, 180)), (800, 350, (300, 220)), (280, 430, (220, 280)))
    for left, top, widths in lines:
        for row, width in enumerate(widths):
            y = top + 60 * row
            sheet.ink("#fffdf8", stroke(20, (left, y), (left + width, y)), disc((left + width + 44, y), 10), cover=True)
    return sheet


def _bubble(box: Box, tip: Point) -> Shape:
    body, bottom = card(box, 70), box[3] - 30
    tail = polygon((tip[0] - 20, bottom), (tip[0] + 100, bottom), tip)

    def both(draw: ImageDraw.ImageDraw) -> None:
        body(draw)
        tail(draw)

    return both


def trees() -> Print:
    """Three trees on a hill under the sun, and a row of stumps to sit on."""
    sheet = Print()
    sheet.ink(SUN, disc((1010, 190), 120))
    sheet.ink(MINT, ellipse((-360, 330, 900, 1200)))
    sheet.ink(SEA, ellipse((420, 400, 1700, 1300)))
    sheet.ink(MINT, ellipse((-200, 470, 1480, 1500)))
    for x, foot, size, crown in ((280, 470, 118, SEA), (640, 560, 150, DEEP), (1010, 500, 126, SEA)):
        sheet.ink(
            DARK_SKIN, polygon((x - 16, foot), (x + 16, foot), (x + 8, foot - 2 * size), (x - 8, foot - 2 * size))
        )
        sheet.ink(
            crown, disc((x - 0.5 * size, foot - 1.6 * size), 0.72 * size), disc((x, foot - 2.2 * size), 0.9 * size)
        )
        sheet.ink(MINT, disc((x + 0.5 * size, foot - 1.6 * size), 0.72 * size))
    for index in range(5):
        x = 420 + 118 * index
        sheet.ink(DARK_SKIN, card((x, 606, x + 76, 680), 8), cover=True)
        sheet.ink(SAND, ellipse((x, 588, x + 76, 626)), cover=True)
        sheet.ink(DARK_SKIN, ellipse((x + 26, 601, x + 50, 613)))
    return sheet


def answers() -> Print:
    """Bars of answers as a row of pencils, the longest in the middle."""
    sheet = Print()
    sheet.ink(BLUSH, disc((640, 420), 330))
    sheet.ink(SAND, card((0, 600, WIDTH, HEIGHT)), cover=True)
    pencils = ((250, SEA), (390, SUN), (470, CORAL), (330, DEEP), (210, SEA))
    for index, (height, colour) in enumerate(pencils):
        x = 300 + 150 * index
        top = 600 - height
        sheet.ink(colour, card((x, top, x + 90, 600)), cover=True)
        sheet.ink(DEEP, card((x + 30, top, x + 34, 600)), card((x + 58, top, x + 62, 600)))
        sheet.ink(SAND, polygon((x, top), (x + 90, top), (x + 45, top - 84)), cover=True)
        sheet.ink(DEEP, polygon((x + 33, top - 62), (x + 57, top - 62), (x + 45, top - 84)), cover=True)
    sheet.ink(DEEP, stroke(8, (240, 602), (1040, 602)))
    return sheet


def board() -> Print:
    """Notes on a noticeboard, each on a pin."""
    sheet = Print()
    sheet.ink(SAND, card((90, 70, 1190, 650), 18))
    sheet.ink(SAND, card((120, 100, 1160, 620), 6))
    notes: tuple[tuple[str, Box, float, str], ...] = (
        ("#fffdf8", (180, 160, 430, 470), -4, CORAL),
        (MINT, (500, 140, 790, 390), 3, SUN),
        (SUN, (860, 170, 1100, 410), -2, DEEP),
        (BLUSH, (560, 440, 790, 600), -3, SEA),
    )
    for colour, box, degrees, pin in notes:
        left, top, right, _ = box
        sheet.ink(SAND, turned((left + 10, top + 12, right + 10, box[3] + 12), degrees))
        sheet.ink(colour, turned(box, degrees), cover=True)
        for row in range(3):
            y = top + 76 + 42 * row
            if y < box[3] - 24:
                sheet.ink(DEEP, stroke(9, (left + 44, y), (right - 44 - 46 * (row % 2), y)))
        sheet.ink(pin, disc(((left + right) / 2, top + 20), 19), cover=True)
    return sheet


PICTURES: dict[str, Callable[[], Print]] = {
    "surveys/school-mentoring/handshake.jpg": handshake,
    "surveys/digital-tools/tablet.jpg": tablet,
    "surveys/digital-tools/devices.png": devices,
    "surveys/language-classes/speech-bubbles.png": speech_bubbles,
    "surveys/outdoor-learning/trees.jpg": trees,
    "results/school-mentoring-results/answers.jpg": answers,
    "news/platform-opens/board.jpg": board,
}
"""Path below the content folder -> the function that draws the picture."""


def main(arguments: list[str]) -> None:
    """Writes every picture below the folder named by the first argument, or below content/."""
    folder = Path(arguments[0]) if arguments else ROOT / "content"
    for path, draw in PICTURES.items():
        draw().save(folder / path)


if __name__ == "__main__":
    main(sys.argv[1:])
