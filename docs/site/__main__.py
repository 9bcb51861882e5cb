"""`python -m docs.site GRAPH FOLDER` builds the documentation site, with answers of that graph of the sample pages.

Broken links are errors. The former site is replaced only by one that is complete.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.site.pages import HERE, ROOT, gather
from kg.graph import load


def build(graph: Path, target: Path) -> None:
    """Builds the site into `target`; raises CalledProcessError where a link is broken."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix="site-") as folder:
        work = Path(folder)
        gather(work / "pages", load(graph))
        shutil.copytree(HERE / "theme", work / "theme")
        config = Path(shutil.copy(HERE / "zensical.toml", work))
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "--config-file", str(config)]
        subprocess.run(command, cwd=ROOT, check=True)
        (work / "site" / "404.html").unlink()  # for a server: its links do not work from disk
        shutil.rmtree(target, ignore_errors=True)
        (work / "site").rename(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        build(*map(Path, sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.returncode)
