"""Every notebook runs from top to bottom in the folder it lies in, and is kept with its results."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests.run_notebooks import FOLDER, executed

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def silent(notebook: nbformat.NotebookNode) -> list[str]:
    """The code cells that show nothing."""
    return [cell["source"] for cell in notebook.cells if cell.cell_type == "code" and not cell.outputs]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_and_its_code_cells_show_something(path: Path) -> None:
    ran = executed(path)
    assert silent(ran) == []
    for cell in ran.cells:
        assert [each["text"] for each in cell.get("outputs", ()) if each.get("name") == "stderr"] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_with_its_results(path: Path) -> None:
    assert silent(nbformat.read(path, as_version=4)) == []
