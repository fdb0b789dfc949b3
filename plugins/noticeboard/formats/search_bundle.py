"""What Pagefind wrote -> what is published of it, with the same bytes every time.

Pagefind leaves the filters, the values of each and the keys of its entry file in any order. Its files hold CBOR
(RFC 8949) after a mark, compressed or not; those that are put in order here are left uncompressed, because
compressed bytes depend on the library that makes them.
"""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from noticeboard.digest import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
_MARK = b"pagefind_dcd"
_FILTERS = 3
"""The filters' place in the array of a metadata file: version, pages, index, filters, sorts, fields."""
_TEXTS = (2, 3)
_ARRAY = 4


def published(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the search page loads of the files of a bundle of one language, by path below the bundle.

    Pagefind's own interfaces are left out. Files that are named by their content have new names where that changed.
    """
    entry = json.loads(files[ENTRY])
    (language,) = entry["languages"].values()
    wasm = f"wasm.{language['wasm'] or 'unknown'}.pagefind"
    kept = {name: data for name, data in files.items() if name in (SCRIPT, wasm)}
    kept |= {name: data for name, data in files.items() if name.startswith(("index/", "fragment/"))}
    filters = {name: data for name, data in files.items() if name.startswith("filter/")}
    renamed = {name: _with_digest(name, _ordered_filter(data)) for name, data in filters.items()}
    meta = _ordered_meta(files[f"pagefind.{language['hash']}.pf_meta"], renamed)
    language["hash"] = _marked(language["hash"], meta)
    named = {f"filter/{new}.pf_filter": data for new, data in renamed.values()}
    named[f"pagefind.{language['hash']}.pf_meta"] = meta
    named[ENTRY] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted({**kept, **named}.items()))


def _with_digest(name: str, data: bytes) -> tuple[str, bytes]:
    return _marked(name.removeprefix("filter/").removesuffix(".pf_filter"), data), data


def _marked(name: str, data: bytes) -> str:
    """The name, "bg_45da1f9b78", with a mark of the data in place of Pagefind's, of the same length."""
    lang, _, mark = name.rpartition("_")
    return f"{lang}_{digest(data)[: len(mark)]}"


def _ordered_filter(data: bytes) -> bytes:
    """A filter's file: its name, and its values in the order of their bytes."""
    name, values = _elements(_content(data))
    return _MARK + _array([name, _array(sorted(_elements(values)))])


def _ordered_meta(data: bytes, renamed: Mapping[str, tuple[str, bytes]]) -> bytes:
    parts = _elements(_content(data))
    filters = parts[_FILTERS]
    for old, (new, _) in renamed.items():
        name = old.removeprefix("filter/").removesuffix(".pf_filter")
        filters = filters.replace(name.encode(), new.encode())
    parts[_FILTERS] = _array(sorted(_elements(filters)))
    return _MARK + _array(parts)


def _content(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(_MARK)


def _array(items: list[bytes]) -> bytes:
    """An array of encoded items (RFC 8949, section 3.1, major type 4)."""
    count = len(items)
    if count < 24:  # noqa: PLR2004 - RFC 8949, section 3
        head = bytes([_ARRAY << 5 | count])
    else:
        size = next(n for n in range(4) if count < 1 << (8 << n))
        head = bytes([_ARRAY << 5 | 24 + size]) + count.to_bytes(1 << size)
    return head + b"".join(items)


def _elements(data: bytes) -> list[bytes]:
    """The encoded items of an encoded array."""
    _, count, at = _head(data, 0)
    found = []
    for _ in range(count):
        end = _end(data, at)
        found.append(data[at:end])
        at = end
    return found


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The major type and the argument of the item at that place, and where what follows begins."""
    kind, short = data[at] >> 5, data[at] & 31
    size = 1 << (short - 24) if short >= 24 else 0  # noqa: PLR2004 - RFC 8949, section 3
    follows = at + 1 + size
    return kind, int.from_bytes(data[at + 1 : follows]) if size else short, follows


def _end(data: bytes, at: int) -> int:
    """Where the item at that place ends."""
    kind, argument, at = _head(data, at)
    if kind in _TEXTS:
        return at + argument
    inner = argument if kind == _ARRAY else 0
    for _ in range(inner):
        at = _end(data, at)
    return at
