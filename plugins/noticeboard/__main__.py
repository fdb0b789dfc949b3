"""`python -m noticeboard` is the `noticeboard` command."""

from noticeboard.cli import main

if __name__ == "__main__":
    main()
