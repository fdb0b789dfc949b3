"""Reports changes below folders, in its own threads."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from watchfiles import watch

from noticeboard.shell.preview.change_effects import Effect, effect_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from noticeboard.shell.preview.change_effects import WatchedPaths

_STEP = 20
"""Milliseconds without a change after which a burst of saves is over."""
_BURST = 400
"""Milliseconds that a burst is waited for at the most."""
_TURN = 100
"""Milliseconds in which nothing happened, after which watchfiles hands control back."""


class Watcher:
    """Watches one set of folders at a time and reports the effect of each change."""

    def __init__(self, tell: Callable[[Effect], None]) -> None:
        """Takes what is called, from another thread, with each effect that is not nothing."""
        self._tell = tell
        self._stop = Event()
        self._threads: list[Thread] = []

    def watch(self, watched: WatchedPaths) -> None:
        """Watches these folders, from the return of this call on, and no others any more."""
        # Again even for the same folders: a folder that was replaced is not watched any more.
        self.close()
        self._stop = Event()
        deep = [p for p in (*watched.folders, *watched.code) if Path(p).is_dir()]
        flat = [p for p in watched.shallow if Path(p).is_dir()]
        started = [self._started(paths, recursive=paths is deep) for paths in (deep, flat) if paths]
        self._threads = [Thread(target=self._follow, args=(c, watched), daemon=True) for c in started]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Watches nothing any more."""
        self._stop.set()
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _started(self, paths: Iterable[str], *, recursive: bool) -> Iterator[set[str]]:
        """The changed paths, turn by turn; the folders are watched already when this returns."""
        try:
            return self._armed(paths, recursive=recursive, polling=False)
        except (OSError, RuntimeError):
            # The system has no watches left, or has none for this file system.
            return self._armed(paths, recursive=recursive, polling=True)

    def _armed(self, paths: Iterable[str], *, recursive: bool, polling: bool) -> Iterator[set[str]]:
        turns = watch(
            *paths,
            watch_filter=None,
            debounce=_BURST,
            step=_STEP,
            stop_event=self._stop,
            rust_timeout=_TURN,
            yield_on_timeout=True,
            force_polling=polling or None,
            recursive=recursive,
            ignore_permission_denied=True,
        )
        first = {path for _, path in next(turns)}
        return _then(first, ({path for _, path in turn} for turn in turns))

    def _follow(self, turns: Iterator[set[str]], watched: WatchedPaths) -> None:
        for paths in turns:
            effect = effect_of(paths, watched)
            if effect is not Effect.NOTHING:
                self._tell(effect)


def _then(first: set[str], rest: Iterator[set[str]]) -> Iterator[set[str]]:
    yield first
    yield from rest
