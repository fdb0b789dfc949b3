"""Runs a preview: a server, a watcher and a builder, from the first build until Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
from functools import partial
from secrets import token_hex
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from noticeboard.shell.operating_system import ENDINGS
from noticeboard.shell.preview.builder import Builder
from noticeboard.shell.preview.preview_handler import PreviewHandler, View
from noticeboard.shell.preview.preview_state import PreviewState
from noticeboard.shell.preview.worker_result import result
from noticeboard.shell.site_server import Server
from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from noticeboard.shell.preview.preview_request import PreviewRequest

_TURN = 0.2
"""Seconds after which the main thread looks for signals."""


def run_preview(request: PreviewRequest, port: int) -> None:
    """Builds, serves and watches until a signal ends it; then nothing that it has started is left."""
    end = Event()
    state = PreviewState(token_hex(4), result([], None, changed=False)["report"])
    builder = Builder(request, state)
    views: dict[str, View] = {"compare": _comparing(builder)}
    with Server(port, partial(PreviewHandler, state=state, views=views)) as server:
        for number in ENDINGS:
            signal.signal(number, lambda *_: end.set())
        click.echo(gettext("{address} (Ctrl-C ends)", address=server.address))
        building, serving = Thread(target=builder.run), Thread(target=server.serve_forever, args=(0.05,))
        building.start()
        serving.start()
        # In turns: where the system hands the signal to another thread, an endless wait would not hear of it.
        while not end.wait(_TURN):
            pass
        builder.close()
        state.close()
        server.shutdown()
        building.join()
        serving.join()


def _comparing(builder: Builder) -> View:
    """The view of comparisons; while the site has errors, a page stays as it was."""
    last: dict[str, bytes] = {}

    def view(address: str) -> bytes | None:
        page = builder.comparison(address)
        if page is not None:
            last[address] = page.encode()
        return last.get(address) or None

    return view
