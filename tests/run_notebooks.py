"""Runs every notebook where it lies and keeps its results: `make notebooks`."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "notebooks"
# What a run leaves behind beside its results, another at every run.
_OF_THE_RUN = ("execution", "widgets")
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with the results of a run from top to bottom."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=600, coalesce_streams=True, resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    for cell in notebook.cells:
        for key in _OF_THE_RUN:
            cell.metadata.pop(key, None)
        for output in cell.get("outputs", ()):
            for mime, shown in output.get("data", {}).items():
                output["data"][mime] = _ADDRESS.sub("", shown)
    notebook.metadata = nbformat.from_dict({"kernelspec": notebook.metadata["kernelspec"]})
    return notebook


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(executed(path), path)
        print(path.name)
