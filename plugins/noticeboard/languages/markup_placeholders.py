"""Running text without its markup: characters mark where an element began or ended, and where something is not text.

The rules of typography work on one string per block, so that quotation marks pair across elements. They look through
seams, see a word in every object, and neither add, remove nor move either.
"""

from __future__ import annotations

SEAM = "\uffff"
"""Where two pieces of text meet: a tag was here (a noncharacter, which no XML text may hold)."""

OBJECT = "\ufffc"
"""The place of something that is not text but is read as a word: code, a picture, an address, a placeholder."""

IDEOGRAPH = "[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
"""Chinese and Japanese characters and punctuation, which have no spaces between them, as a regular expression."""

BREAK = "\u2028"
"""The place of a line break (<br>)."""
