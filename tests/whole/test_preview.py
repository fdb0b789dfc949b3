"""`noticeboard serve --watch`: edits are built and shown, problems are reported, and no process is left."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from pathlib import Path
from select import select
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAY = ("--today", "2023-02-01")
TEXT = "content/surveys/b/en.md"
DRAFT = """---
title: Kladje
status: draft
published: 2023-01-20
deadline: 2023-03-19
audience: [teacher]
---

Nog niet af.
"""


@pytest.fixture(scope="module")
def files(small_files: dict) -> dict[str, str | bytes]:
    """The small site as a project's content folder."""
    return {f"content/{name}": value for name, value in small_files.items()}


@pytest.fixture(scope="module")
def kept(keep_preview: Callable, files: dict) -> object:
    """A preview of the small site, shared by all tests that only edit texts."""
    return keep_preview(files, "content/pages/about/en.md", "en/about/", *DAY)


@pytest.fixture
def shown(kept: object) -> Iterator[object]:
    """A preview of the small site; a test's edits are undone afterwards."""
    yield kept.preview
    kept.put_back()


@pytest.fixture
def own(preview: Callable, files: dict) -> object:
    """A preview of one announcement for one test alone, built once."""
    one = {name: files[name] for name in (TEXT, "content/vocabularies/audience.yml")}
    found = preview({**one, "content/platform.yml": "name: Board\nlanguages: [en]\n"}, *DAY)
    found.until(lambda state: state["build"].endswith("-1"))
    return found


def reworded(files: dict, words: str) -> dict[str, str]:
    """The second survey's English text with other words."""
    return {TEXT: files[TEXT].replace("The second one.", words)}


def is_after(build: str) -> Callable[[dict], bool]:
    """Whether a state is of another build."""
    return lambda state: state["build"] != build


def test_an_edit_is_shown(shown: object, files: dict) -> None:
    """A saved text leads to another build, whose page has the new words."""
    build = shown.state()["build"]
    shown.write(reworded(files, "Other words."))
    shown.until(is_after(build))
    status, page = shown.get("en/surveys/b/")
    assert (status, "Other words." in page, "The second one." in page) == (200, True, False)


def test_nothing_but_the_script_differs_from_a_build(shown: object, tree: Callable, noticeboard: Callable) -> None:
    """The preview's folder has exactly the bytes of a build with drafts."""
    output = shown.root / "elsewhere"
    options = ("-o", str(output), "-e", f'CACHE_PATH="{shown.root / "other"}"', "NOTICEBOARD_DRAFTS=true")
    settings = str(shown.root / "pelicanconf.py")
    done = noticeboard("build", str(shown.root / "content"), "-s", settings, *DAY, *options)
    assert (done.code, done.stderr) == (0, "")
    assert tree(output) == tree(shown.root / "cache" / "preview")
    assert not (shown.root / "output").exists()


def test_a_mistake_is_reported_until_it_is_corrected(shown: object, files: dict) -> None:
    """The broken file is named with its line and the old page stays; then the problem is gone and the page new."""
    build = shown.state()["build"]
    shown.write({TEXT: files[TEXT].replace("title:", "titel:")})
    state = shown.until(lambda s: s["report"]["errors"])
    assert (state["build"], (TEXT, 2, "unknown-key") in shown.found()) == (build, True)
    assert "The second one." in shown.get("en/surveys/b/")[1]
    shown.write(reworded(files, "Mended."))
    state = shown.until(is_after(build))
    assert (state["report"]["problems"], "Mended." in shown.get("en/surveys/b/")[1]) == ([], True)


def test_an_undone_mistake_changes_no_page(shown: object, files: dict) -> None:
    """The problem is gone and the build stays, so that no page reloads needlessly."""
    build = shown.state()["build"]
    shown.write({TEXT: "no front matter"})
    shown.until(lambda state: state["report"]["errors"])
    shown.write({TEXT: files[TEXT]})
    assert shown.until(lambda state: not state["report"]["errors"])["build"] == build


def test_new_and_deleted_files_are_noticed(shown: object, files: dict) -> None:
    """A new announcement gets a page, and a deleted one's address is not found."""
    build = shown.state()["build"]
    shown.write({"content/surveys/c/en.md": files[TEXT].replace("Second", "Third")})
    build = shown.until(is_after(build))["build"]
    assert shown.get("en/surveys/c/")[0] == 200
    shown.write({"content/surveys/c": None})
    shown.until(is_after(build))
    status, page = shown.get("en/surveys/c/")
    assert (status, "/_preview/preview.js" in page) == (404, True)


def test_every_save_is_built_in_the_end(shown: object, files: dict) -> None:
    """Saves during a build are not lost: the last words are shown."""
    for number in range(40):
        shown.write(reworded(files, f"Number {number}."))
    shown.until(lambda _: "Number 39." in shown.get("en/surveys/b/")[1])


def test_drafts_are_shown_and_marked(shown: object) -> None:
    """The page of a draft, and its card in lists, say in their language that it is a draft."""
    build = shown.state()["build"]
    shown.write({"content/surveys/c/nl.md": DRAFT})
    shown.until(is_after(build))
    status, page = shown.get("nl/surveys/c/")
    assert (status, "Nog niet af." in page, "Concept: deze tekst is niet gepubliceerd." in page) == (200, True, True)
    listing = shown.get("nl/surveys/")[1]
    assert (listing.count('<b class="draft">Concept</b>'), "Kladje" in listing) == (1, True)


def test_a_future_announcement_is_shown_with_its_day(shown: object) -> None:
    """Its page and card are marked and do not say that it was published."""
    build = shown.state()["build"]
    later = DRAFT.replace("status: draft\n", "").replace("2023", "2099").replace("01-20", "03-02")
    shown.write({"content/surveys/c/nl.md": later})
    build = shown.until(is_after(build))["build"]
    status, page = shown.get("nl/surveys/c/")
    mark = 'Verschijnt: <time datetime="2099-03-02">2 maart 2099</time>'
    assert (status, f"<strong>{mark}</strong>" in page) == (200, True)
    assert f'<b class="draft">{mark}</b>' in shown.get("nl/surveys/")[1]
    shown.write({"content/surveys/c": None})
    state = shown.until(is_after(build))
    assert (shown.get("nl/surveys/c/")[0], state["report"]["problems"]) == (404, [])


def test_warnings_stop_nothing(preview: Callable, files: dict) -> None:
    """They are reported, and even a strict project is built."""
    unused = {"content/surveys/b/extra.txt": "unused"}
    found = preview({**files, **unused}, *DAY, settings_end="NOTICEBOARD_STRICT = True\n")
    state = found.until(lambda s: s["build"].endswith("-1"))
    found.until(lambda s: s["report"]["problems"])
    assert (state["report"]["errors"], found.get("en/surveys/b/")[0]) == (0, 200)


def test_settings_are_read_again(own: object) -> None:
    """A changed settings file counts for the next build; a broken one is reported at its line, and the pages stay."""
    path = own.root / "pelicanconf.py"
    settings, build = path.read_text(encoding="utf-8"), own.state()["build"]
    own.write({"pelicanconf.py": f"{settings}SITENAME = 'unclosed\n"})
    state = own.until(lambda s: s["report"]["errors"])
    line = settings.count("\n") + 1
    assert (state["build"], own.found()) == (build, [("pelicanconf.py", line, "failed-build")])
    assert own.get("en/surveys/b/")[0] == 200
    other = {"other/platform.yml": "name: Other\nlanguages: [en]\n", "other/pages/p/en.md": "---\ntitle: P\n---\nHi.\n"}
    own.write({**other, "pelicanconf.py": f"{settings}PATH = 'other'\n"})
    build = own.until(is_after(build))["build"]
    assert (own.get("en/p/")[0], own.get("en/surveys/b/")[0]) == (200, 404)
    own.write({"other/pages/p/en.md": "---\ntitle: P\n---\nHello.\n"})
    own.until(is_after(build))
    assert "Hello." in own.get("en/p/")[1]


def test_code_is_loaded_again(own: object) -> None:
    """Modules that the settings import, and plugins, are loaded again when they change."""
    settings = (own.root / "pelicanconf.py").read_text(encoding="utf-8")
    plugin = "from pelican import signals\n\ndef register():\n    signals.finalized.connect(write)\n\n"
    write = "def write(pelican):\n    open(pelican.output_path + '/plugin.txt', 'w').write('{}')\n"
    own.write({"more/marking.py": plugin + write.format("one")})
    own.write({"pelicanconf.py": f"{settings}PLUGINS = ['noticeboard', 'marking']\n"})
    own.until(lambda _: own.get("plugin.txt") == (200, "one"))
    own.write({"more/marking.py": plugin + write.format("two")})
    own.until(lambda _: own.get("plugin.txt") == (200, "two"))


def test_a_build_that_exits_is_reported(shown: object, files: dict) -> None:
    """If a plugin ends the process, only that build ends, and the next one is built."""
    settings = (shown.root / "pelicanconf.py").read_text(encoding="utf-8")
    fatal = "import os\n\ndef register():\n    os._exit(7)\n"
    shown.write({"more/fatal.py": fatal, "pelicanconf.py": f"{settings}PLUGINS = ['noticeboard', 'fatal']\n"})
    state = shown.until(lambda s: s["report"]["errors"])
    (problem,) = state["report"]["problems"]
    assert (problem["name"], "7" in problem["what"]) == ("failed-build", True)
    shown.write({"pelicanconf.py": settings, **reworded(files, "Alive.")})
    shown.until(lambda s: not s["report"]["errors"] and "Alive." in shown.get("en/surveys/b/")[1])


def test_a_failing_first_build_shows_its_problems(preview: Callable, files: dict) -> None:
    """A page shows them until they are corrected."""
    found = preview({**files, TEXT: "no front matter"}, *DAY)
    found.until(lambda state: state["report"]["errors"])
    assert found.get("en/surveys/b/")[0] == 503
    found.write({TEXT: files[TEXT]})
    found.until(lambda _: found.get("en/surveys/b/")[0] == 200)


def below(pid: int) -> set[int]:
    """The descendants of a process."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    own = {int(p) for found in lists for p in found.read_text(encoding="ascii").split()}
    return own.union(*(below(p) for p in own))


def is_running(pid: int) -> bool:
    """Whether there is such a process that has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, *(pytest.param(n, marks=pytest.mark.long) for n in (signal.SIGINT, signal.SIGHUP))]
)
def test_a_signal_ends_all_processes(own: object, number: int) -> None:
    """Ctrl-C, SIGTERM and a closed terminal end the server, the building process, and a build that hangs."""
    settings = (own.root / "pelicanconf.py").read_text(encoding="utf-8")
    hanging = "import time\n\ndef register():\n    open('hanging', 'w').close()\n    time.sleep(600)\n"
    own.write({"more/hanging.py": hanging, "pelicanconf.py": f"{settings}PLUGINS = ['noticeboard', 'hanging']\n"})
    own.until(lambda _: (own.root / "hanging").exists())
    children = below(own.process.pid)
    own.process.send_signal(number)
    assert (len(children), own.process.wait(600)) == (2, 0)
    assert [pid for pid in children if is_running(pid)] == []
    assert [p.name for p in (own.root / "cache").glob(".noticeboard-*")] == []


def test_the_building_process_ends_with_a_killed_server(own: object) -> None:
    """No process is left."""
    (child,) = below(own.process.pid)
    handle = os.pidfd_open(child)
    own.process.kill()
    # A process handle becomes readable when the process has ended.
    ended, _, _ = select([handle], [], [], 600)
    os.close(handle)
    assert ended == [handle]


def test_a_port_that_is_taken_is_one_sentence(noticeboard: Callable) -> None:
    """Exit code 2, with the port and what to do; no traceback, no build."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = noticeboard("serve", "--watch", "--port", str(port))
    assert (done.code, done.stdout, f"Port {port} cannot be used" in done.stderr) == (2, "", True)
    assert ("--port " in done.stderr, "Traceback" in done.stderr) == (True, False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--watch", "-o", "output"), "leave --output away"),
        (("--watch", "--port", "70000"), "70000"),
        (("--watch", "nowhere"), "nowhere"),
        (("--today", "2026-12-01"), "--watch"),
        (("content",), "--watch"),
    ],
)
def test_wrong_use_is_one_sentence(noticeboard: Callable, arguments: tuple[str, ...], words: str) -> None:
    """Contradicting options give exit code 2."""
    done = noticeboard("serve", *arguments)
    assert (done.code, words in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_it_answers_on_loopback_alone(shown: object) -> None:
    """The port is open at 127.0.0.1 only."""
    port = int(shown.url.rstrip("/").rpartition(":")[2])
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    listening = [line.split()[1] for line in lines if line.split()[3] == "0A"]
    assert [a.partition(":")[0] for a in listening if int(a.rpartition(":")[2], 16) == port] == ["0100007F"]


def test_clean_removes_what_a_preview_wrote(shown: object, noticeboard: Callable, tmp_path: Path) -> None:
    """`noticeboard clean` removes the preview's pages too; other files stay."""
    root = shutil.copytree(shown.root, tmp_path / "copy")
    (root / "cache" / "preview" / "notes.txt").write_text("mine", "utf-8")
    done = noticeboard("clean", "-s", str(root / "pelicanconf.py"))
    left = sorted(p.name for p in (root / "cache").rglob("*"))
    assert (done.code, left) == (0, ["notes.txt", "preview"])


COMPARISON = "_preview/compare/surveys/b/nl"


def test_pages_of_translations_offer_the_comparison(shown: object) -> None:
    """The page that is sent links to it; the one on disk, originals and fallbacks do not."""
    pages = ("nl/surveys/b/", "en/surveys/b/", "sv/surveys/b/", "nl/surveys/a/", "nl/about/")
    offered = [f'data-comparison="/{COMPARISON}"' in shown.get(page)[1] for page in pages]
    assert offered == [True, False, False, False, False]
    assert 'data-comparison="/_preview/compare/pages/about/nl"' in shown.get("nl/about/")[1]
    assert COMPARISON not in (shown.root / "cache/preview/nl/surveys/b/index.html").read_text(encoding="utf-8")


def test_a_comparison_shows_what_is_edited(shown: object, files: dict, noticeboard: Callable) -> None:
    """Both texts are side by side; an edit of a stamped original marks the changed segment."""
    done = noticeboard("stamp", "-s", str(shown.root / "pelicanconf.py"), "surveys/b", "nl")
    assert done.code == 0, done.stderr
    shown.until(lambda _: "De tweede." in shown.get(COMPARISON)[1])
    status, page = shown.get(COMPARISON)
    assert (status, "The second one." in page, "<mark>" in page) == (200, True, False)
    shown.write(reworded(files, "Another one."))
    shown.until(lambda _: "Another one." in shown.get(COMPARISON)[1])
    page = shown.get(COMPARISON)[1]
    assert (page.count("<mark>Gewijzigd</mark>"), page.count("<mark>"), "De tweede." in page) == (1, 1, True)


def test_a_comparison_stays_while_the_site_has_errors(shown: object, files: dict) -> None:
    """It stays as it was before the mistake, and missing texts are not compared."""
    before = shown.get(COMPARISON)[0]
    shown.write({TEXT: "no front matter"})
    shown.until(lambda state: state["report"]["errors"])
    assert (before, *shown.get(COMPARISON)[:1], "The second one." in shown.get(COMPARISON)[1]) == (200, 200, True)
    shown.write({TEXT: files[TEXT]})
    shown.until(lambda state: not state["report"]["errors"])
    for other in ("surveys/b/en", "surveys/b/sv", "surveys/none/nl", "surveys/b", "", "../surveys/b/nl"):
        assert shown.get(f"_preview/compare/{other}")[0] == 404
