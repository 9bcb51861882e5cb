"""`python -m tests.views.screenshot NETWORK.html OUT.png [NAME]`: the picture of the page for the documentation.

With a name, the person, body or agreement of that name is chosen first.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.views.browser import browsers, opened

CHOOSE = "(name) => kg.openThing(kg.data.things.findIndex((thing) => thing.label === name))"


def main(page: str, picture: str, name: str | None = None) -> None:
    """Open the page, choose `name`, save the picture."""
    with browsers() as browser, opened(browser, Path(page).resolve()) as visit:
        if name is not None:
            visit.call(CHOOSE, name)
        visit.page.wait_for_timeout(500)
        visit.page.screenshot(path=picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
