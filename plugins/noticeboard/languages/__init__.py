"""What the program knows of each language. All uses of Babel are in this package.

* `tags`: whether a text is a language tag (BCP 47), and its usual case.
* `language_data`: direction, quotation marks and CLDR locale of a language; works for any tag.
* `dates`: dates, times, ranges and instants in a language's words.
* `numbers`: numbers, percentages and plural forms; `plural_rules` writes CLDR's rules as gettext wants them.
* `language_names`: names of languages, and lists of names.
* `collation`: alphabetical order, with the rules in `tailorings`.
* `typography`: quotation marks, spaces and dashes in plain text; `quotes` pairs the marks, `apostrophes` has the words
  that contain one.

A further language needs no code. CLDR has data for several hundred; what it lacks is replaced by forms that belong to
no language, such as ISO 8601 dates. A language needs an entry in languages.toml only if Babel's data lacks something.
"""
