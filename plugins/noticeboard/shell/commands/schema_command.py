"""`noticeboard schema`: the JSON Schema of a project's front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.report.front_matter_schema import front_matter_schema
from noticeboard.shell.build.content_reader import read_content
from noticeboard.shell.build.project_linking import open_store

if TYPE_CHECKING:
    from noticeboard.shell.project import Project


def schema_of(project: Project) -> str:
    """The schema with the project's languages and vocabularies, however faulty its texts are."""
    with open_store(project) as store:
        reading = read_content(project, store)
    return front_matter_schema(reading.settings, reading.vocabularies)
