"""The published picture files: made once, kept in the cache folder, and made again only if they are lost there."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.digest import digest
from noticeboard.model import Location, Problem, error
from noticeboard.pages import addresses
from noticeboard.pages.freshness import Fingerprint
from noticeboard.pages.picture_variants import Variant, logo_variant, variants
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.picture_encoder import FORMATS, DecodedPicture, encoder, missing_formats
from noticeboard.shell.build.picture_facts import ENDINGS
from noticeboard.shell.build.worker_pool import processes, workers
from noticeboard.shell.cache.atomic_files import read_regular, write_atomically
from noticeboard.shell.cache.signed_records import Signer
from noticeboard.site.file_usage import linked_files, shown_pictures
from noticeboard.site.logo import is_drawing, logo_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from noticeboard.site import FileFacts, Site

FOLDER = "noticeboard-pictures"
"""The folder of the cache that keeps them. Deleting it is always safe."""

PAYS = 2
"""The number of pictures per process below which starting a process costs more than it saves."""


class PictureFile(Struct, frozen=True):
    """A picture as one file of the output, without the original's metadata.

    `kept` is its path in the cache; the name in it covers everything that the bytes depend on.
    """

    variant: Variant
    origin: Path
    kept: Path

    @property
    def path(self) -> str:
        """The path below the output folder."""
        return self.variant.path

    @property
    def source(self) -> str:
        """The path of the original below the content folder."""
        return self.variant.origin

    def fingerprint(self) -> Fingerprint:
        """Depends on the original's bytes, the variant's size and format, and the encoder."""
        return Fingerprint(self.kept.name)

    def data(self) -> bytes:
        """The bytes, from the cache or made again; raises OSError."""
        return kept_bytes(self) or self.encoded(self.decoded())

    def decoded(self) -> DecodedPicture:
        """The picture in `origin`. Raises OSError, and ChangedMeanwhile if it is not the variant's original."""
        return DecodedPicture(_read(self))

    def encoded(self, picture: DecodedPicture) -> bytes:
        """The bytes, made from the picture in `origin`."""
        return picture.encoded(self.variant.width, self.variant.height, self.variant.form)


def picture_files(site: Site, content: Path, cache: Path) -> list[PictureFile]:
    """The files of all pictures that announcements show or link to."""
    announcements = tuple(site.announcements.values())
    shown = (site.files[path] for path in sorted(shown_pictures(announcements, site.files)))
    linked = (site.files[path] for path in sorted(linked_files(announcements, site.files)))
    wanted = [v for picture in shown for v in variants(picture)]
    wanted += [_whole(picture) for picture in linked if is_cleaned(picture)]
    wanted += [logo_variant(logo) for logo in logo_files(site) if not is_drawing(logo.path)]
    made_with = encoder().encode()
    return [PictureFile(v, content / v.origin, cache / FOLDER / _key(v, made_with)) for v in wanted]


def is_cleaned(file: FileFacts) -> bool:
    """Whether a file that texts link to is a picture, which is published without metadata."""
    return not file.fault and _form(file) in FORMATS


def _whole(picture: FileFacts) -> Variant:
    """A picture that texts link to, in its own size and format."""
    path, form = addresses.document(picture), _form(picture)
    return Variant(path, picture.origin, picture.digest, picture.width, picture.height, form)


def _form(file: FileFacts) -> str:
    return ENDINGS.get(file.path.rpartition(".")[2].lower(), "")


def _key(variant: Variant, made_with: bytes) -> str:
    parts = (variant.digest, variant.form, str(variant.width), str(variant.height))
    return digest(made_with, *(part.encode() for part in parts))


def format_problems(files: Iterable[PictureFile]) -> list[Problem]:
    """A problem if there are pictures and this Pillow cannot write one of the published formats."""
    missing = missing_formats()
    if not missing or not any(files):
        return []
    message = "This installation of Pillow cannot write {formats}, which pictures are published as."
    hint = "Install Pillow from its own wheels: pip install --force-reinstall --constraint constraints.txt pillow."
    return [error(Location(""), "missing-format", message, hint, formats=", ".join(missing))]


def keep(files: Iterable[PictureFile]) -> None:
    """Makes the files that the cache lacks, in worker processes if that pays; equal pictures are made once.

    Each original is decoded once. Raises OSError for an unreadable one. If the cache cannot be written, the files are
    made when they are asked for.
    """
    missing = {f.kept: f for f in files if not kept_bytes(f)}
    ordered = sorted(missing.values(), key=lambda f: (f.variant.digest, f.variant.width, f.path))
    groups = [list(group) for _, group in groupby(ordered, key=lambda f: f.variant.digest)]
    number = processes(len(groups), PAYS)
    with workers(number) as executor:
        # Originals are read one after another, because all together may not fit into memory.
        for at in range(0, len(groups), 2 * number):
            some = [
                (group, executor.submit(_made, _read(group[0]), _wanted(group)))
                for group in groups[at : at + 2 * number]
            ]
            for group, future in some:
                with suppress(OSError):
                    for file, data in zip(group, future.result(), strict=True):
                        _keep(file, data)


def _read(file: PictureFile) -> bytes:
    """The original; raises OSError, and ChangedMeanwhile if it is another one by now."""
    data = file.origin.read_bytes()
    if sha256(data).hexdigest() != file.variant.digest:
        raise ChangedMeanwhile(file.origin)
    return data


def _wanted(files: Iterable[PictureFile]) -> list[tuple[int, int, str]]:
    return [(file.variant.width, file.variant.height, file.variant.form) for file in files]


def _made(data: bytes, wanted: list[tuple[int, int, str]]) -> list[bytes]:
    """A picture in these widths, heights and formats, all from one decoding."""
    picture = DecodedPicture(data)
    return [picture.encoded(*one) for one in wanted]


def kept_bytes(file: PictureFile) -> bytes | None:
    """The bytes in the cache; None if they are missing or damaged."""
    with suppress(OSError):
        return Signer().unsign(file.kept.name.encode(), read_regular(file.kept))
    return None


def _keep(file: PictureFile, data: bytes) -> None:
    write_atomically(file.kept, Signer().sign(file.kept.name.encode(), data))
