"""Files compressed once, for web servers that send them as they are (gzip_static, brotli_static)."""

from __future__ import annotations

import zlib
from pathlib import Path

import brotli

ENDINGS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".ics", ".csv", ".vtt")
"""The files that are text; all others are compressed already, or hardly get smaller."""

COMPRESSED = (".br", ".gz")
_LEAST = 512
"""Bytes below which the headers of an answer weigh more than what is saved."""

_GZIP = 31
"""zlib's number for the format of gzip; it writes no name and no time (RFC 1952), so equal bytes give equal bytes."""


def is_compressible(path: str, size: int) -> bool:
    """Whether a file is worth compressing, by its name and its size in bytes."""
    return path.endswith(ENDINGS) and size >= _LEAST


def compress(path: str) -> None:
    """Writes the file compressed beside it, as .br (RFC 7932) and .gz; raises OSError."""
    data = Path(path).read_bytes()
    Path(f"{path}.br").write_bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=11))
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
    Path(f"{path}.gz").write_bytes(packer.compress(data) + packer.flush())
