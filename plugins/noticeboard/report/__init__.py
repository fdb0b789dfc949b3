"""Problems -> what people and their tools read: text with excerpts, JSON, GitHub annotations, SARIF."""

from noticeboard.report.sentences import Speech, counted, english, sentences
from noticeboard.report.text import as_groups, as_line, as_lines, as_text

__all__ = ["Speech", "as_groups", "as_line", "as_lines", "as_text", "counted", "english", "sentences"]
