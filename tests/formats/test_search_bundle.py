"""The published form of what Pagefind writes."""

from __future__ import annotations

import gzip
import json

import pytest

from noticeboard.formats.search_bundle import published

MARK = b"pagefind_dcd"


def text(value: str) -> bytes:
    """A short text in CBOR."""
    return bytes([0x60 | len(value.encode())]) + value.encode()


def array(*items: bytes) -> bytes:
    """A short array in CBOR."""
    return bytes([0x80 | len(items)]) + b"".join(items)


def packed(data: bytes) -> bytes:
    """The data packed as Pagefind does it."""
    return gzip.compress(MARK + data)


def filter_file(name: str, *values: str) -> bytes:
    """A filter with these values in order, each with pages 1 and 300."""
    return packed(array(text(name), array(*(array(text(v), array(b"\x01", b"\x19\x01\x2c")) for v in values))))


def bundle(*, turned: bool) -> dict[str, bytes]:
    """A bundle as Pagefind writes it, in one of its possible orders."""
    order = -1 if turned else 1
    marks = ("2222222", "1111111") if turned else ("3333333", "4444444")
    filters = [("tags", marks[0], ("a", "b")), ("year", marks[1], ("2026",))][::order]
    named = array(*(array(text(name), text(f"bg_{mark}")) for name, mark, _ in filters))
    meta = array(text("1.5.2"), array(), array(), named, array(), array(text("title")))
    key = "bg_aaaaaaaaaa" if turned else "bg_bbbbbbbbbb"
    entry = {"version": "1.5.2", "languages": {"bg": {"hash": key, "wasm": None, "page_count": 1}}}
    return {
        "pagefind-entry.json": json.dumps(dict(list(entry.items())[::order])).encode(),
        f"pagefind.{key}.pf_meta": packed(meta),
        **{f"filter/bg_{mark}.pf_filter": filter_file(name, *values[::order]) for name, mark, values in filters},
        "index/bg_1.pf_index": b"index",
        "fragment/bg_1.pf_fragment": b"fragment",
        "pagefind.js": b"script",
        "pagefind-ui.js": b"interface",
        "pagefind-worker.js": b"worker",
        "wasm.unknown.pagefind": b"wasm",
        "wasm.bg.pagefind": b"another",
    }


def test_pagefinds_order_does_not_matter() -> None:
    """Bundles that differ only in the order of filters, values and keys, and in the resulting names, become equal."""
    assert published(bundle(turned=True)) == published(bundle(turned=False))


def test_what_the_page_does_not_load_is_left_out() -> None:
    """Pagefind's interfaces, its worker and other languages' stemmers are not published."""
    names = {name.partition("_")[0] for name in published(bundle(turned=False))}
    assert names == {
        "filter/bg",
        "fragment/bg",
        "index/bg",
        "pagefind-entry.json",
        "pagefind.bg",
        "pagefind.js",
        "wasm.unknown.pagefind",
    }


def test_files_name_each_other() -> None:
    """The entry names the metadata file and that names the filters, each by its new name."""
    files = published(bundle(turned=False))
    key = json.loads(files["pagefind-entry.json"])["languages"]["bg"]["hash"]
    meta = files[f"pagefind.{key}.pf_meta"]
    filters = [name.removeprefix("filter/").removesuffix(".pf_filter") for name in files if "filter" in name]
    assert len(filters) == 2
    assert [name for name in filters if text(name) not in meta] == []


def test_nothing_but_the_order_changes() -> None:
    """A filter keeps its name, values and pages."""
    files = published(bundle(turned=True))
    expected = gzip.decompress(filter_file("tags", "a", "b"))
    assert [data for name, data in files.items() if "filter" in name and text("tags") in data] == [expected]


@pytest.mark.parametrize("count", [0, 23, 24, 255, 256, 70_000])
def test_long_lists_are_written_as_cbor_wants_them(count: int) -> None:
    """The length of a list takes as many bytes as CBOR requires."""
    values = [array(text(f"{n:05}"), array()) for n in range(count)]
    sizes = {0: b"", 1: b"\x98", 2: b"\x99", 4: b"\x9a"}
    size = 0 if count < 24 else 1 if count < 256 else 2 if count < 65_536 else 4
    head = sizes[size] + count.to_bytes(size) if size else bytes([0x80 | count])
    whole = MARK + array(text("tags"), head + b"".join(values))
    unsorted = MARK + array(text("tags"), head + b"".join(reversed(values)))
    files = bundle(turned=False) | {"filter/bg_3333333.pf_filter": gzip.compress(unsorted)}
    assert whole in published(files).values()
