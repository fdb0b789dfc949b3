"""Folders of Jekyll, Hugo, Pelican and Noticeboard become announcements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from adopting import LANGUAGES, rendered

from noticeboard.adoption.adopted_site import AdoptedSite, adopted_site
from noticeboard.adoption.site_request import SiteRequest
from noticeboard.adoption.term_mapping import TermMapping, read_mapping
from noticeboard.model import Term, Vocabulary
from noticeboard.settings import BUILT_IN_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.adoption.adopted_version import AdoptedVersion

TERMS = (
    Vocabulary("audience", (Term("teacher", (("en", "Teacher"), ("nl", "Leraar"))),)),
    Vocabulary(
        "tags", (Term("health", (("en", "Health"), ("nl", "Gezondheid"))), Term("reading", (("en", "Reading"),)))
    ),
)
JEKYLL: dict[str, str | bytes] = {
    "_config.yml": "title: Old\nurl: https://old.example.org\nbaseurl: /blog\nlang: en\n",
    "_layouts/post.html": "---\nlayout: default\n---\n{{ content }}",
    "assets/photo.png": b"PNG",
    "assets/form.pdf": b"%PDF-1.4\n",
    "_posts/2020-01-02-reading-corners.md": """\
---
layout: post
title: "Reading corners: open"
date: 2020-01-02 10:00:00 +0100
categories: Health Oddities
tags: [reading]
author: Jane Doe
description: All schools get one.
redirect_from: [/reading/, /old/2019/reading.html]
image: /assets/photo.png
ref: corners
---
# Reading corners: open

A [link]({{ site.baseurl }}{% post_url 2020-02-03-second %}), a [form](/assets/form.pdf), an
[old page](http://example.org), the [same site](https://old.example.org/blog/second.html) and [nothing](/nowhere/).

## Who can answer?

![A corner](/assets/photo.png) Some words.

{% include youtube.html id="abc" %}

Marked
------

Words
{: .note}

## Own
{: #mine}

```liquid
{{ kept }}
```
""",
    "_posts/2020-02-03-second.md": "---\ntitle: Second\n---\nSee [who](/2020/01/02/reading-corners/#who-can-answer).\n",
    "nl/_posts/2020-01-02-leeshoeken.md": "---\ntitle: Leeshoeken\nref: corners\n---\nTekst.\n",
    "_posts/2020-05-05-other.rst": "Other\n=====\n",
    "_drafts/later.md": "---\ntitle: Later\ndate: 2021-01-01\n---\nLater.\n",
    "about.md": "---\nlayout: page\ntitle: About us\n---\nWe are.\n",
    "README.md": "Not a post.\n",
}
HUGO: dict[str, str | bytes] = {
    "hugo.toml": 'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n',
    "static/img/photo.png": b"PNG",
    "content/news/first.md": """\
+++
title = "First"
date = 2021-03-04T09:00:00Z
lastmod = 2021-04-01
tags = ["Gezondheid", "Other"]
aliases = ["/news/old-first/"]
description = "What is first."
draft = true
+++
Text {{< figure src="/img/photo.png" alt="A photo" caption="Say" >}}

# Part one

See [reading]({{< ref "surveys/reading" >}}). {{< youtube 123 >}} {{plain}}

<!--more-->
""",
    "content/news/first.nl.md": '+++\ntitle = "Eerste"\ndate = 2021-03-05\n+++\nTekst.\n',
    "content/surveys/reading/index.md": "---\ntitle: Books\ndate: 2022-01-01\n---\n![Own](own.png)\n\n### Deep\n\nX.\n",
    "content/surveys/reading/own.png": b"PNG",
    "content/news/broken.md": '+++\ntitle = "x\n+++\nText.\n',
    "layouts/x.html": "<html></html>",
}
PELICAN: dict[str, str | bytes] = {
    "pelicanconf.py": 'DEFAULT_LANG = "nl"\nSITEURL = "https://p.example.org"\nraise SystemExit("never run")\n',
    "content/images/photo.png": b"PNG",
    "content/bericht.md": """\
Title: Een bericht
Date: 2019-05-06 10:20
Modified: 2019-06-07
Category: Health
Tags: reading, iets anders
Slug: bericht
Authors: Jan
Summary: Kort.

Tekst met ![foto]({static}/images/photo.png) en [ander]({filename}ander.md).

# Kop een
""",
    "content/bericht-en.md": "Title: A message\nSlug: bericht\nLang: en\nTranslation: true\n\nText.\n",
    "content/ander.md": "Title: Ander\nDate: 2018-01-01\n\nTekst.\n",
    "content/pages/over.md": "Title: Over ons\n\nWij.\n",
}


def adopted(files: Mapping[str, str | bytes], stated: Mapping[str, str] | None = None) -> AdoptedSite:
    """The result of adopting a folder with these files."""
    data = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
    return adopted_site(
        SiteRequest(
            paths=frozenset(data),
            read=data.__getitem__,
            shown=lambda path: path,
            kinds=BUILT_IN_KINDS,
            kind="news",
            languages=LANGUAGES,
            terms=TermMapping(TERMS, stated or {}),
            today="2026-12-01",
            rendered=rendered().of,
        )
    )


def texts(site: AdoptedSite) -> dict[str, str]:
    """The text of each version, by path."""
    return {version.path: version.data.decode() for version in site.versions}


def told(site: AdoptedSite) -> list[tuple[str, int, str]]:
    """The path, line and name of every problem."""
    every = [*site.problems, *(p for version in site.versions for p in version.problems)]
    return sorted((p.location.path, p.location.line, p.name) for p in every)


def version(site: AdoptedSite, path: str) -> AdoptedVersion:
    """The version at a path."""
    return next(one for one in site.versions if one.path == path)


def test_jekyll() -> None:
    """File names give dates and names, a key gives groups; terms, redirects, links, tags and pictures work too."""
    site = adopted(JEKYLL)
    assert site.generator == "Jekyll"
    assert texts(site) == {
        "news/later/en.md": "---\ntitle: Later\npublished: 2021-01-01\nstatus: draft\n---\n\nLater.\n",
        "news/reading-corners/en.md": """\
---
title: "Reading corners: open"
summary: All schools get one.
published: 2020-01-02
tags: [health, reading]
moved_from: [reading]
image: photo.png
image_credit: "???"
image_alt: "???"
---

A [link](../second/), a [form](form.pdf), an
[old page](http://example.org), the [same site](../second/) and nothing.

## Who can answer? {#who-can-answer}

![A corner](photo.png){credit="???"}

Some words.

??? `{% include youtube.html id="abc" %}`

## Marked {#marked}

Words

## Own {#mine}

```liquid
{{ kept }}
```
""",
        "news/reading-corners/nl.md": '---\ntitle: Leeshoeken\ntranslates: en\nimage_alt: "???"\n---\n\nTekst.\n',
        "news/second/en.md": (
            "---\ntitle: Second\npublished: 2020-02-03\n---\n\nSee [who](../reading-corners/#who-can-answer).\n"
        ),
        "pages/about/en.md": "---\ntitle: About us\n---\n\nWe are.\n",
    }
    first = "_posts/2020-01-02-reading-corners.md"
    assert told(site) == [
        (first, 1, "address-to-redirect"),
        (first, 1, "key-not-kept"),
        (first, 1, "picture-to-describe"),
        (first, 1, "term-not-kept"),
        (first, 16, "insecure-link"),
        (first, 16, "link-not-kept"),
        (first, 20, "picture-to-describe"),
        (first, 22, "template-tag"),
        (first, 34, "template-tag"),
        ("_posts/2020-05-05-other.rst", 1, "not-adopted"),
    ]
    files = version(site, "news/reading-corners/en.md").files
    assert {(file.name, file.source) for file in files} == {
        ("form.pdf", "assets/form.pdf"),
        ("photo.png", "assets/photo.png"),
    }


def test_hugo() -> None:
    """TOML, language suffixes, sections as kinds, bundles, aliases, drafts and shortcodes work."""
    site = adopted(HUGO)
    assert site.generator == "Hugo"
    assert texts(site) == {
        "news/first/en.md": """\
---
title: First
summary: What is first.
published: 2021-03-04
tags: [health]
moved_from: [news/old-first]
updated: 2021-04-01
status: draft
---

Text

![A photo](photo.png "Say"){credit="???"}

## Part one {#part-one}

See [reading](../../surveys/reading/). ??? `{{< youtube 123 >}}` {{plain}}
""",
        "news/first/nl.md": "---\ntitle: Eerste\ntranslates: en\n---\n\nTekst.\n",
        "surveys/reading/en.md": (
            '---\ntitle: Books\npublished: 2022-01-01\n---\n\n![Own](own.png){credit="???"}\n\n## Deep {#deep}\n\nX.\n'
        ),
    }
    assert told(site) == [
        ("content/news/broken.md", 1, "not-adopted"),
        ("content/news/first.md", 1, "term-not-kept"),
        ("content/news/first.md", 10, "picture-to-describe"),
        ("content/news/first.md", 14, "template-tag"),
        ("content/news/first.nl.md", 1, "key-not-kept"),
        ("content/surveys/reading/index.md", 5, "picture-to-describe"),
    ]


def test_pelican() -> None:
    """Metadata in the first lines, translations by slug and links to files work; settings are read but never run."""
    site = adopted(PELICAN)
    assert site.generator == "Pelican"
    assert texts(site) == {
        "news/ander/nl.md": "---\ntitle: Ander\npublished: 2018-01-01\n---\n\nTekst.\n",
        "news/bericht/en.md": "---\ntitle: A message\ntranslates: nl\n---\n\nText.\n",
        "news/bericht/nl.md": """\
---
title: Een bericht
summary: Kort.
published: 2019-05-06
tags: [health, reading]
updated: 2019-06-07
---

Tekst met  en [ander](../ander/).

![foto](photo.png){credit="???"}

## Kop een
""",
        "pages/over/nl.md": "---\ntitle: Over ons\n---\n\nWij.\n",
    }
    assert told(site) == [
        ("content/bericht.md", 1, "key-not-kept"),
        ("content/bericht.md", 1, "term-not-kept"),
        ("content/bericht.md", 10, "picture-to-describe"),
    ]


def test_another_noticeboard_keeps_its_bytes() -> None:
    """Texts and files stay the same, except terms that have other names here."""
    text = "---\ntitle: T # kept\npublished: 2020-01-01\ntags: [wellbeing, gone, reading]\n---\n\nText.\n"
    site = adopted(
        {
            "content/platform.yml": "name: Old\n",
            "content/vocabularies/tags.yml": (
                "wellbeing:\n  labels: {en: Health}\ngone:\n  labels: {en: Gone}\nreading:\n  labels: {en: Reading}\n"
            ),
            "content/news/old/en.md": text,
            "content/news/old/photo.png": b"PNG",
            "content/hearings/one/nl.md": "---\ntitle: H\n---\n\nTekst.\n",
            "content/news/old/xx.md": "---\ntitle: X\n---\n\nX.\n",
        }
    )
    assert site.generator == "Noticeboard"
    assert {path: text for path, text in texts(site).items() if path} == {
        "news/one/nl.md": "---\ntitle: H\n---\n\nTekst.\n",
        "news/old/en.md": text.replace("[wellbeing, gone, reading]", "[health, reading]"),
    }
    assert [file.name for file in version(site, "news/old/en.md").files] == ["photo.png"]
    assert [name for _, _, name in told(site)] == ["key-not-kept", "term-not-kept", "not-adopted"]


def test_a_file_of_terms_is_proposed_and_followed() -> None:
    """A word becomes the term with that label; a file maps other words to terms, or leaves them out on purpose."""
    mapping = TermMapping(TERMS, {})
    assert [mapping.term(word) for word in ("Gezondheid", "reading", "Teachers", "Oddities")] == [
        "tags/health",
        "tags/reading",
        "",
        "",
    ]
    proposed = mapping.proposal()
    assert proposed.splitlines()[2:] == [
        "Gezondheid: tags/health",
        'Oddities: ""',
        "reading: tags/reading",
        'Teachers: ""  # audience/teacher?',
    ]
    stated, problems = read_mapping(proposed.replace('Teachers: ""', "Teachers: audience/teacher"), "terms.yml")
    assert problems == ()
    followed = TermMapping(TERMS, {**stated, "Wrong": "tags/none"})
    assert (followed.term("Teachers"), followed.term("Oddities"), followed.unknown()) == ("audience/teacher", "", [])
    assert followed.wrong() == [("Wrong", "tags/none")]
    assert followed.left_out() == ["Oddities"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('{"title": "T", "date": "2020-01-02"}\n', {"title": "T", "published": "2020-01-02"}),
        ("---\ntitle: T\ndate: 3 May 2020\n---\n", {"title": "T", "published": "2020-05-03"}),
        ("---\ntitle: T\npublishDate: 2020-01-02\ndate: 2021-01-01\n---\n", {"title": "T", "published": "2021-01-01"}),
        ("---\ndate: 2020-01-02\n---\n", {"title": "???", "published": "2020-01-02"}),
        ("---\ntitle: T\ndate: 2020-13-45\nlayout: post\n---\n", {"title": "T", "published": "2026-12-01"}),
        (
            "---\ntitle: T\ndate: 2020-01-02\nheader: {image: x.png}\ndraft: true\n---\n",
            {"title": "T", "published": "2020-01-02", "status": "draft"},
        ),
    ],
)
def test_front_matter_in_every_notation(head: str, expected: dict[str, object]) -> None:
    """YAML, TOML, JSON and Pelican's lines are read; an invalid day is reported."""
    site = adopted({"_config.yml": "lang: en\n", "_posts/2020-13-45-x.md": f"{head}\nText.\n"})
    (found,) = site.versions
    assert dict(found.keys) == expected


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [\n---\n",
        "---\na: &a [x]\nb: *a\n---\n",
        "+++\n",
        "{",
        "\0\0",
        "---\n",
        "---\ntitle: T\n---\n" + "[" * 5000,
    ],
)
def test_a_hostile_post_does_no_harm(text: str) -> None:
    """No text crashes the program."""
    for name in ("_posts/2020-01-01-x.md", "content/x.html"):
        site = adopted({"_config.yml": "title: [", name: text})
        assert all(re.fullmatch(r"[a-z]+/[a-z0-9-]+/en\.md", one.path) for one in site.versions)


def test_unreadable_settings_are_ignored() -> None:
    """Settings that cannot be read count as none."""
    for name, text in (("_config.yml", "\t:"), ("hugo.toml", "= ="), ("pelicanconf.py", "def"), ("platform.yml", "[")):
        assert adopted({name: text}).versions == ()
