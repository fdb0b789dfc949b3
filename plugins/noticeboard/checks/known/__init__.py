"""What the problems mean that are found before any rule runs."""

from noticeboard.checks.known.catalogues import CATALOGUES
from noticeboard.checks.known.exchange import EXCHANGE
from noticeboard.checks.known.explanation import Explanation
from noticeboard.checks.known.files import FILES
from noticeboard.checks.known.front_matter import FRONT_MATTER
from noticeboard.checks.known.program import PROGRAM
from noticeboard.checks.known.texts import TEXTS
from noticeboard.checks.known.together import TOGETHER
from noticeboard.checks.known.yaml import YAML

__all__ = ["KNOWN", "Explanation"]

KNOWN = (*FILES, *YAML, *FRONT_MATTER, *TEXTS, *TOGETHER, *CATALOGUES, *EXCHANGE, *PROGRAM)
