"""Every command that changes texts keeps all of the author's words."""

from __future__ import annotations

import re
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HEADS = st.sampled_from(
    [
        "title: w{n}  # w{n}a\n{t}",
        "{t}# w{n}\ntitle: >-\n  w{n}b\n  w{n}c\n# w{n}d\n",
        "title: 'w{n}' # w{n}e\nsummary: |\n  w{n}f\n\n  w{n}g\n{t}",
        "{{title: w{n}, {f}published: 2023-01-10, deadline: 2027-01-31, audience: [teacher]}}\n",
    ]
)
FACTS = st.sampled_from(
    [
        "published: 2023-01-10\ndeadline: 2027-01-31\naudience: [teacher]\n",
        "published: 2023-01-10 # w{n}h\n# w{n}i\ndeadline: 2027-01-31\naudience:\n  # w{n}j\n  - teacher # w{n}k\n",
        "published: 2023-01-10\ndeadline: 2027-01-31\naudience: [teacher]\nmoved_from: [surveys/was] # w{n}l\n",
        "published: 2023-01-10\ndeadline: 2027-01-31\naudience: [teacher]\nmoved_from:\n# w{n}m\n- surveys/was\n",
    ]
)
TRANSLATES = st.sampled_from(
    [
        "translates: en # w{n}o\n",
        'translates: {{language: en, # w{n}p\n  digest: "v1:abcdefgh"}}\n',
        "translates: # w{n}q\n  # w{n}r\n  language: en # w{n}s\n",
        "translates:\n  digest: >-\n    v1:abcdefgh\n  # w{n}t\n  language: en\n",
        "translates: >- # w{n}u\n  en\n# w{n}v\n",
    ]
)
BODY = st.lists(
    st.sampled_from(
        [
            "w{n}a w{n}b\nw{n}c.",
            "See [w{n}a](../other/ 'w{n}b') and [w{n}c](../other/nl.md#who).",
            '[w{n}a][ref]\n\n[ref]: ../other/ "w{n}b"',
            "## w{n}a {{#who}}",
            "- w{n}a\n- [w{n}b](../other/)\n\n    w{n}c",
            "| w{n}a | [w{n}b](../other/) |\n|---|---|\n| w{n}c | w{n}d |",
            '<p><a href="../other/">w{n}a</a> w{n}b</p>',
            "<!-- w{n}a ../other/ -->",
            "`w{n}a ../other/`",
            "> w{n}a [w{n}b](<../other/>)",
            "    w{n}a [w{n}b](../other/)",
            "*w{n}a*{{lang=fr}} w{n}b[^1]\n\n[^1]: w{n}c [w{n}d](../other/)",
        ]
    ),
    min_size=1,
    max_size=5,
)
END = st.sampled_from(["\n", "\r\n"])
_WORD = re.compile(r"w\d+[a-z]?")


@st.composite
def folders(draw: st.DrawFn) -> dict[str, str]:
    """Two surveys, one of them in two languages, in which every word appears once."""
    files: dict[str, str] = {}
    for location, path in enumerate(("surveys/starts/en.md", "surveys/starts/nl.md", "surveys/other/en.md")):
        number = 1000 * (location + 1)
        translation = path.endswith("nl.md")
        facts = "" if translation else draw(FACTS).format(n=number + 1)
        own = draw(TRANSLATES).format(n=number + 2) if translation else ""
        flow = "translates: en, " if translation else ""
        head = draw(HEADS).format(n=number, t=own, f=flow)
        body = "\n\n".join(text.format(n=number + 3 + n) for n, text in enumerate(draw(BODY)))
        text = f"---\n{head}{'' if head.startswith('{') else facts}---\n\n{body}\n"
        files[path] = text.replace("\n", draw(END))
    return files


def loses_nothing(workspace: object, files: dict[str, str]) -> None:
    """Promises that all words are there after the commands, whether they succeeded or refused."""
    shutil.rmtree(workspace.root / "content" / "surveys")
    workspace.write(files)
    words = {word for text in files.values() for word in _WORD.findall(text)}
    for command in (
        ("stamp", "starts", "nl"),
        ("translate", "other", "sv"),
        ("rename", "other", "renamed"),
        ("stamp", "--editorial", "starts"),
        ("rename", "starts", "begins"),
        ("translate", "renamed", "nl"),
    ):
        done = workspace.run(*command)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.output
        assert words - {word for data in workspace.tree().values() for word in _WORD.findall(data.decode())} == set()


# Each case empties the folder, so that all cases can use one project.
ONE_FOLDER = (HealthCheck.function_scoped_fixture,)


@given(files=folders())
@settings(max_examples=10, suppress_health_check=ONE_FOLDER)
def test_no_command_loses_a_word(workspace: object, files: dict[str, str]) -> None:
    """Stamp, translate and rename keep all words, whatever form the texts have."""
    loses_nothing(workspace, files)


@pytest.mark.long
@given(files=folders())
@settings(max_examples=100, suppress_health_check=ONE_FOLDER)
def test_no_command_loses_a_word_of_a_hundred_folders(workspace: object, files: dict[str, str]) -> None:
    """The same for a hundred folders."""
    loses_nothing(workspace, files)
