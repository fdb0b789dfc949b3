"""The list of the files that builds wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from noticeboard.shell.build.manifest import MANIFEST, manifest_bytes, written_files

if TYPE_CHECKING:
    from pathlib import Path


@given(st.sets(st.text(st.characters(exclude_categories=()))))
def test_the_list_is_json_with_a_name_on_each_line(paths: set[str]) -> None:
    """Whatever the names are, they are read as they were, in order."""
    data = manifest_bytes(paths).decode("utf-8", "surrogatepass")
    assert json.loads(data) == sorted(paths)
    assert len(data.splitlines()) >= len(paths)


def test_listed_names_are_read_back(tmp_path: Path) -> None:
    """Spaces, quotation marks and letters of all scripts."""
    paths = {'nl/a "b".html', "el/έρευνα.html", "index.html"}
    (tmp_path / MANIFEST).write_bytes(manifest_bytes(paths))
    assert written_files(tmp_path) == paths
