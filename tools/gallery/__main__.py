"""Builds the gallery and serves it on this machine until it is stopped: `python -m gallery --port 8000`."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tools")]

from gallery.build import build  # noqa: E402 - it stands on the two folders named above


def main() -> None:
    """Serves the gallery at 127.0.0.1."""
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="0 for any that is free")
    port = parser.parse_args().port
    with TemporaryDirectory() as folder:
        build(Path(folder))
        handler = partial(SimpleHTTPRequestHandler, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
            print(f"The gallery is at http://127.0.0.1:{server.server_port}/ (Ctrl+C stops it)", flush=True)
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                print()


if __name__ == "__main__":
    main()
