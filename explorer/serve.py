"""What `gongbao app` runs: Streamlit, as `python -m explorer.serve run app.py` with Streamlit's own options.

While the browser loads Streamlit's own files, a thread loads what the first page needs and opens the graph, so
that the first visitor waits for neither.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Thread


def warm() -> None:
    """Load the first page's modules and ask its questions once. What goes wrong here, the page itself tells."""
    from ingest.errors import Problem

    with suppress(Problem):
        from explorer import ask, frame, start  # noqa: F401 (loaded, not used)

        for question in (ask.counts, ask.days, ask.counties, ask.documents_by_year, ask.largest_groups, ask.busiest_people):
            question()


def main() -> None:
    """Serve until the process ends."""
    from streamlit.web import cli

    Thread(target=warm, daemon=True).start()
    sys.exit(cli.main(prog_name="streamlit"))


if __name__ == "__main__":
    main()
