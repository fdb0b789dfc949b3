"""The messages of templates and modules."""

from __future__ import annotations

from noticeboard.sources.message_extraction import MessageSource, UsedMessage, used_messages

TEMPLATE = b"""
{# NOTE: A long
   note. #}
<p>{{ _("Deadline: %(date)s", date=x) }}</p>
{% if a %}
{{ ngettext("%(num)s day", "%(num)s days", n) }}
{{ pgettext("state", "Open") }}
{{ npgettext("filter", "%(num)s found", "%(num)s found", n) }}
{# Not for translators. #}
{{ for_language(tag, "Read on") }}
{{ _(variable) }}
{% endif %}
"""
MODULE = b"""
KINDS = {
    # NOTE: Said of one of them,
    # above its title.
    "surveys": Message("Survey", "kind"),
}
OTHER = Message("Deadline: %(date)s")


def say(text: str) -> Message:
    return Message(text)
"""


def speaker(name: str, data: bytes) -> MessageSource:
    """A file with messages."""
    return MessageSource(name, f"/theme/{name}", data)


def test_messages_are_found_with_their_notes_and_places() -> None:
    """Every call of a catalogue function is found, in order; the same message in two files is one."""
    found, problems = used_messages([speaker("a.html", TEMPLATE)], [speaker("b.py", MODULE)], {})
    assert problems == ()
    assert found == (
        UsedMessage("", "Deadline: %(date)s", "", ("a.html", "b.py"), ("A long note.",)),
        UsedMessage("", "%(num)s day", "%(num)s days", ("a.html",)),
        UsedMessage("state", "Open", "", ("a.html",)),
        UsedMessage("filter", "%(num)s found", "%(num)s found", ("a.html",)),
        UsedMessage("", "Read on", "", ("a.html",)),
        UsedMessage("kind", "Survey", "", ("b.py",), ("Said of one of them, above its title.",)),
    )


def test_a_malformed_template_is_a_problem_at_its_line() -> None:
    """The others are still searched."""
    broken = speaker("a.html", b"\n{% if %}\n")
    found, problems = used_messages([broken, speaker("b.html", b'{{ _("b") }}')], [], {})
    assert [m.id for m in found] == ["b"]
    assert [(p.location.path, p.location.line, p.name) for p in problems] == [("/theme/a.html", 2, "broken-template")]


def test_a_template_that_is_not_utf_8_is_a_problem() -> None:
    """It does not end the search."""
    _, problems = used_messages([speaker("a.html", b'{{ _("\xe9") }}')], [], {})
    assert [(p.location.path, p.name) for p in problems] == [("/theme/a.html", "broken-template")]


def test_templates_may_use_the_hosts_extensions_and_delimiters() -> None:
    """Templates are searched with the options with which the host reads them."""
    options = {"extensions": "jinja2.ext.do", "block_start_string": "<%", "block_end_string": "%>"}
    found, problems = used_messages([speaker("a.html", b'<% do x %>{{ _("a") }}')], [], options)
    assert ([m.id for m in found], problems) == (["a"], ())
