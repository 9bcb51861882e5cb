"""Runs every notebook where it lies and keeps its results: `python -m tests.run_notebooks`."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "notebooks"
# What a run leaves behind beside its results, another at every run.
_OF_THE_RUN = ("execution", "widgets")


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with the results of a run from top to bottom."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(path.parent)}}).execute()
    for cell in notebook.cells:
        for key in _OF_THE_RUN:
            cell.metadata.pop(key, None)
    notebook.metadata = nbformat.from_dict({"kernelspec": notebook.metadata["kernelspec"]})
    return notebook


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(executed(path), path)
        print(path.name)
