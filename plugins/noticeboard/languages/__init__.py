"""Babel's home: what the program knows of each language, and what it says in it.

* `tags`: whether a text is a language tag (BCP 47), and its usual case.
* `facts`: direction, quotation marks and CLDR locale of a language; works for any tag.
* `dates`: dates, times, ranges and instants in a language's words.
* `numbers`: numbers, percentages and plural forms; `plural_rules` writes CLDR's rules as gettext wants them.
* `names`: names of languages, lists of names.
* `collation`: alphabetical order, from the tailorings in `tailorings`.
* `typography`: quotation marks, spaces and dashes in plain text; `quotes` pairs the marks, `apostrophes` knows
  the words that hold one.

A further language needs no code here: CLDR knows several hundred, and for one that it does not know everything
falls back to forms that belong to no language (ISO 8601 dates, the tag as name). A line in the table of `facts` is
only needed where CLDR's data in Babel leaves something out.
"""
