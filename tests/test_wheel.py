"""The wheel alone, installed elsewhere and run from another folder, builds the same graph as the checkout."""

from __future__ import annotations

import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.command import ROOT, SEEDS, Outcome, call


def succeed(*command: str | Path, cwd: Path) -> Outcome:
    done = call(*command, cwd=cwd, environment={"PYTHONPATH": ""})
    assert done.code == 0, done.out + done.err
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment with the wheel; its other packages are those of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    succeed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    [wheel] = folder.glob("kg-*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    succeed(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel, cwd=folder)
    # A path in a .pth file is searched, but the .pth files there, such as the checkout's, are not read.
    [packages] = environment.glob("lib/python*/site-packages")
    (packages / "tests.pth").write_text(sysconfig.get_path("platlib") + "\n")
    return environment / "bin"


def test_the_wheel_builds_the_same_graph_elsewhere(installed: Path, built: Path, tmp_path: Path) -> None:
    where = succeed(installed / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert where.out.startswith(str(installed.parent))
    succeed(installed / "kg", "build", SEEDS, "-o", "out", cwd=tmp_path)
    for name in ("graph.ttl", "network.html"):
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes(), name
    succeed(installed / "kg", "validate", "out/graph.ttl", cwd=tmp_path)
