"""What pictures cost in a first build, in one with a restored cache, and in one without pictures.

python -m benchmarks.pictures --pictures 100
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image, ImageFilter

from benchmarks import for_noticeboard
from benchmarks.corpus import DEFAULT_LANGUAGE, make_corpus
from benchmarks.measure import BuildFailed, measure
from benchmarks.table import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.project import Project

_SIZE = (1280, 960)
_BLURS = (48, 12, 3)
_MIB = 2**20
_HEAD = ("", "seconds", "processor", "peak MiB")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; exits with 1 after one sentence if a build fails."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pictures", description=(__doc__ or "").split("\n", 1)[0]
    )
    parser.add_argument("--pictures", default=100, type=int, help="how many there are (default: 100)")
    parser.add_argument("--timeout", default=900, type=int, help="seconds that one build may take (default: 900)")
    given = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="noticeboard-pictures-") as folder:
        try:
            rows = list(_rows(given.pictures, Path(folder), given.timeout))
        except BuildFailed as fault:
            sys.stderr.write(f"{fault}\n")
            return 1
    sys.stdout.write(f"{given.pictures} pictures of {_SIZE[0]} by {_SIZE[1]}\n{aligned([_HEAD, *rows])}")
    return 0


def _rows(number: int, folder: Path, timeout: float) -> Iterator[tuple[str, ...]]:
    corpus = make_corpus(number, 1, 1)
    project = for_noticeboard.prepare(corpus, folder)
    yield _built("without pictures", project, timeout)
    for place, item in enumerate(corpus.announcements):
        text = project.text(item, DEFAULT_LANGUAGE)
        picture(place).save(text.with_name("photograph.jpg"), quality=90)
        head = f"---\nimage: photograph.jpg\nimage_alt: The photograph of announcement {place}\nimage_credit: Nobody\n"
        text.write_text(re.sub(r"\A---\n", head, text.read_text("utf-8")), "utf-8")
    for cache in project.caches:
        shutil.rmtree(cache)
    shutil.rmtree(project.output)
    yield _built("with pictures, cold", project, timeout)
    shutil.rmtree(project.output)
    yield _built("with pictures, restored cache", project, timeout)


def _built(name: str, project: Project, timeout: float) -> tuple[str, ...]:
    usage = measure(project.command, project.folder, project.environment, timeout)
    return name, f"{usage.seconds:.2f}", f"{usage.processor:.2f}", f"{usage.memory / _MIB:.0f}"


def picture(number: int) -> Image.Image:
    """A picture with large, middle-sized and small shapes, as in photographs; always the same for a number."""
    random = Random(number)  # noqa: S311 - shapes, no secrets
    found = Image.new("RGB", _SIZE, (128, 128, 128))
    for blur in _BLURS:
        small = (_SIZE[0] // blur, _SIZE[1] // blur)
        layer = Image.frombytes("RGB", small, random.randbytes(small[0] * small[1] * 3))
        layer = layer.resize(_SIZE, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(blur / 2))
        found = Image.blend(found, layer, 0.5)
    return found


if __name__ == "__main__":
    sys.exit(main())
