"""Texts that try to break out of every format."""

from __future__ import annotations

import pytest

HOSTILE = {
    "markup": "<b>\"Tom\" & 'Jerry'</b> &amp; &#x41;",
    "an end of CDATA": "a ]]> b <![CDATA[ c",
    "an end of a script": "a</script><script>alert(1)</script><!-- <script",
    "new lines": "one\r\ntwo\nEND:VEVENT\nthree\rfour",
    "right-to-left marks": "\u202eabc\u202c \u200f\N{HEBREW LETTER ALEF}\u200e \u2067x\u2069",
    "what other formats escape": "a\\, b; c:d \\n 100% {{ x }} {% y %} \u2028\u2029",
    "500 characters": "Ütf😀" * 100,
}


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    """A text that would break a file made by joining strings."""
    return str(request.param)
