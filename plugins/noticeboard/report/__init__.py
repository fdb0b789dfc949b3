"""Problems -> reports for people and tools: text with excerpts, JSON, GitHub annotations, SARIF."""

from noticeboard.report.explanation_text import as_explanation, as_index, as_markdown
from noticeboard.report.github_annotations import as_github
from noticeboard.report.json_report import as_json
from noticeboard.report.preview_report import as_preview
from noticeboard.report.problem_messages import ProblemMessages, counted, english, sentences, visible_name
from noticeboard.report.sarif import as_sarif
from noticeboard.report.text_report import as_groups, as_line, as_lines, as_text

__all__ = [
    "ProblemMessages",
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
    "visible_name",
]
