"""Updates the catalogues of the program's messages in plugins/noticeboard/messages/.

Messages of problems are plain strings that pass through functions and tables, so no call marks them. This tool takes
every string that looks like a sentence, except where the constants below say that strings are no messages: docstrings,
examples, help, and what only developers read.
"""

from __future__ import annotations

import ast
import io
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from noticeboard.fields.front_matter_keys import KEYS
from noticeboard.languages.numbers import plural_forms_header
from noticeboard.report.change_report import CHANGES, KINDS
from noticeboard.shell.terminal.translated_help import paragraphs
from noticeboard.site.language_readiness import DIRECTIONS, SHOWN
from noticeboard.site.translation_state import TranslationState

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "noticeboard"
FOLDER = PACKAGE / "messages"
EXPLANATIONS = PACKAGE / "checks" / "explanations.toml"
TEMPLATE = FOLDER / "noticeboard.pot"
ELSEWHERE = (
    "languages/",
    "pages/",
    "report/front_matter_",
    "fields/announcement_keys.py",
    "fields/front_matter_keys.py",
    "exchange/exchange_header.py",
    "exchange/translator_notes.py",
    "shell/begin/starter_content.py",
    "shell/begin/starter_files.py",
    "shell/build/pelican_host.py",
    "shell/publish/precompression.py",
    "shell/editing/version_history.py",
)
"""Modules whose sentences are no messages: help of commands, readers' words, and descriptions for other programs."""

HINTS = [key.hint for key in KEYS.values() if key.hint]
WORDS = (
    "error",
    "warning",
    *map(str, TranslationState),
    *KINDS.values(),
    *CHANGES.values(),
    *HINTS,
    *SHOWN,
    *DIRECTIONS.values(),
)
USAGE = "shell/terminal/usage_messages.py"
SENTENCE = re.compile(r"(?!DELETE FROM|SELECT )(?=.*[a-z].* )[\"“'<`{A-Za-z].*(?:[.?:]|: `?\{\w+\}`?)", re.DOTALL)
TRANSLATED = {(name, 1) for name in ("gettext", "_gettext", "wrong", "refused", "_wrong")} | {("ngettext", 3)}
"""Calls that translate a message, by name and number of arguments: gettext(message), ngettext(one, many, number)."""
UNSAID = {"Explanation": (3, 4, 5), "Message": (0, 1), "compile": (0,), "execute": (0,), "executemany": (0,)}
"""Calls with arguments (counted from 0) that are no messages: examples, messages of the theme, developers' texts."""
UNSAID_KEYWORDS = {"wrong", "right", "source", "help", "metavar"}


class Found(NamedTuple):
    """A message: its text, its plural ("" if there is none), and the module it is in."""

    text: str
    plural: str
    module: str


def messages() -> list[Found]:
    """Every message of the program, in the order of modules and lines."""
    found = [f for path in sorted([*PACKAGE.rglob("*.py"), EXPLANATIONS]) for f in _of_file(path)]
    return [*(Found(word, "", "model.py") for word in WORDS), *found]


def _of_file(path: Path) -> Iterator[Found]:
    return _of_explanations() if path == EXPLANATIONS else _of_module(path)


def _of_explanations() -> Iterator[Found]:
    name = EXPLANATIONS.relative_to(PACKAGE).as_posix()
    return (Found(table["why"], "", name) for table in tomllib.loads(EXPLANATIONS.read_text(encoding="utf-8")).values())


def help_texts(tree: ast.Module) -> Iterator[str]:
    """The help of commands: each paragraph of their descriptions, and the sentence of each option."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            calls = [one for one in node.decorator_list if isinstance(one, ast.Call)]
            if any(called(one) in ("command", "group") for one in calls):
                texts = paragraphs(ast.get_docstring(node) or "")
                yield from (text for text in texts if not text.startswith("Example:"))
        elif isinstance(node, ast.Call) and called(node) == "option":
            stated = (k.value for k in node.keywords if k.arg == "help")
            yield from (str(value.value) for value in stated if isinstance(value, ast.Constant))


def _is_usage_table(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_FORMS"


def usage_forms(tree: ast.Module) -> Iterator[str]:
    """The messages that replace click's own: the first of each pair in the table with the given name."""
    for node in ast.walk(tree):
        if _is_usage_table(node):
            yield from (str(row.elts[0].value) for row in node.value.elts)  # type: ignore[attr-defined]  # a tuple


def _of_module(path: Path) -> Iterator[Found]:
    name = path.relative_to(PACKAGE).as_posix()
    if name.startswith(ELSEWHERE):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (Found(text, "", name) for text in help_texts(tree))
    if name == USAGE:
        yield from (Found(text, "", name) for text in usage_forms(tree))
    unsaid = {id(inner) for node in ast.walk(tree) for outer in _unsaid(node) for inner in ast.walk(outer)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from (Found(text, "", name) for text in named_messages(node))
        if isinstance(node, ast.Call) and (called(node), len(node.args)) in TRANSLATED:
            texts = [*(a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)), ""]
            if texts[0].strip():
                yield Found(texts[0], texts[1], name)
            unsaid |= {id(a) for a in node.args}
        elif isinstance(node, ast.Constant) and id(node) not in unsaid and SENTENCE.fullmatch(str(node.value)):
            yield Found(str(node.value), "", name)


def named_messages(function: ast.FunctionDef) -> list[str]:
    """Strings that a function names before it prints them: `message = "…"`, then `gettext(message)`."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    said = [call.args[0] for call in calls if (called(call), len(call.args)) in TRANSLATED]
    names = {inner.id for outer in said for inner in ast.walk(outer) if isinstance(inner, ast.Name)}
    return [text for node in ast.walk(function) for name, text in _named(node) if name in names]


def _named(node: ast.AST) -> list[tuple[str, str]]:
    """The names that an assignment gives to strings."""
    if not isinstance(node, ast.Assign):
        return []
    target = node.targets[0]
    names = target.elts if isinstance(target, ast.Tuple) else [target]
    values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
    pairs = zip(names, values, strict=False)
    return [
        (name.id, value.value)
        for name, value in pairs
        if isinstance(name, ast.Name)
        and isinstance(value, ast.Constant)
        and isinstance(value.value, str)
        and value.value
    ]


def _unsaid(node: ast.AST) -> list[ast.AST]:
    """The parts of a node that contain no messages."""
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if docstring or isinstance(node, ast.Raise | ast.Assert) or _is_usage_table(node):
        return [node]
    if isinstance(node, ast.JoinedStr):
        return [part for part in node.values if isinstance(part, ast.Constant)]
    if isinstance(node, ast.Call):
        skipped = [node.args[i] for i in UNSAID.get(called(node), ()) if i < len(node.args)]
        return [*skipped, *(k.value for k in node.keywords if k.arg in UNSAID_KEYWORDS)]
    return []


def called(call: ast.Call) -> str:
    """The name of the called function."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def template() -> Catalog:
    """All messages, as a catalogue without translations."""
    return _filled(Catalog(charset="utf-8"))


def updated(lang: str, old: Catalog) -> Catalog:
    """The catalogue of a language with exactly today's messages; translations of other messages are dropped."""
    new = Catalog(charset="utf-8")
    new.mime_headers = [("Plural-Forms", plural_forms_header(lang))]
    _filled(new)
    for message in new:
        known = old.get(message.id[0] if isinstance(message.id, tuple) else message.id)
        if known and message.id and bool(known.pluralizable) == bool(message.pluralizable):
            message.string = known.string
    return new


def _filled(catalog: Catalog) -> Catalog:
    for text, plural, module in messages():
        message = catalog.add((text, plural) if plural else text, locations=[(module, None)])
        # Babel takes every % for a placeholder; ours are in braces.
        message.flags.discard("python-format")
    return catalog


def as_po(catalog: Catalog, lang: str = "") -> bytes:
    """The catalogue as a PO file without dates, names or line numbers, so that equal catalogues give equal bytes."""
    catalog.header_comment = ""
    stream = io.BytesIO()
    write_po(stream, catalog, width=110, omit_header=True, sort_output=False)
    plurals = plural_forms_header(lang) if lang else ""
    fields = {
        "Project-Id-Version": "Noticeboard",
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals,
    }
    head = "".join(f'"{key}: {value}\\n"\n' for key, value in fields.items() if value)
    return f'msgid ""\nmsgstr ""\n{head}\n'.encode() + stream.getvalue()


def read(path: Path) -> Catalog:
    """The catalogue in a PO file; an empty one if the file does not exist."""
    if not path.exists():
        return Catalog(charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def main() -> None:
    """Writes the template and every catalogue, and prints which messages are not translated."""
    TEMPLATE.write_bytes(as_po(template()))
    for path in sorted(FOLDER.glob("*.po")):
        new = updated(path.stem, read(path))
        path.write_bytes(as_po(new, path.stem))
        blank = sum(not any(m.string if isinstance(m.string, tuple) else [m.string]) for m in new if m.id)
        print(f"{path.name}: {len(new) - blank} translated, {blank} not yet")


if __name__ == "__main__":
    main()
