"""Problems -> what people and their tools read: text with excerpts, JSON, GitHub annotations, SARIF."""

from noticeboard.report.explaining import as_explanation, as_index, as_markdown
from noticeboard.report.github import as_github
from noticeboard.report.preview import as_preview
from noticeboard.report.records import as_json
from noticeboard.report.sarif import as_sarif
from noticeboard.report.sentences import Speech, counted, english, sentences
from noticeboard.report.text import as_groups, as_line, as_lines, as_text

__all__ = [
    "Speech",
    "as_explanation",
    "as_github",
    "as_groups",
    "as_index",
    "as_json",
    "as_line",
    "as_lines",
    "as_markdown",
    "as_preview",
    "as_sarif",
    "as_text",
    "counted",
    "english",
    "sentences",
]
