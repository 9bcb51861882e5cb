"""Annotated pages, and how near a graph, a build or a second reading comes to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import AnnotationError
from kg.evaluation import annotated
from kg.evaluation.account import Account
from kg.evaluation.annotation import Annotation, load
from kg.evaluation.scoring import Tally, score

__all__ = ["Annotation", "Tally", "annotation_files", "evaluate", "load", "score"]


def annotation_files(paths: Iterable[Path]) -> list[Path]:
    """The annotations among these files and folders, sorted by name; AnnotationError for a path that is not there."""
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(path.glob("*.json"))
        elif path.is_file():
            found.add(path)
        else:
            raise AnnotationError(
                f"{path}: no such file or folder: name annotations (.json) or a folder that holds them"
            )
    files = sorted((file for file in found if file.name != annotated.LINKS), key=lambda file: (file.name, file))
    if not files:
        raise AnnotationError(f"no annotation among {', '.join(map(str, paths))}: annotations are .json files")
    return files


def evaluate(
    found: Path | Sequence[Path], gold: Sequence[Path], links: Path | None = None, config: Path | None = None
) -> tuple[Tally, dict[str, Tally], tuple[str, ...]]:
    """Compare a graph (.ttl), pages to build, or another reading (.json) with annotated pages.

    Gives the whole comparison, that of each page, and warnings. Links default to `links.json` beside the annotations.
    Raises KgError for what cannot be read.
    """
    files = annotation_files(gold)
    annotations = [load(file) for file in files]
    joined = annotated.read_links(links or files[0].with_name(annotated.LINKS))
    wanted = annotated.account(annotations, joined)
    got = _account([found] if isinstance(found, Path) else list(found), wanted.pages, joined, config)
    told = {place.page for item in got.items.values() for place in item.places}
    warnings = tuple(f"{page}: nothing is found on this page" for page in sorted(wanted.pages - told))
    pages = {page: score(wanted.on_page(page), got.on_page(page)) for page in sorted(wanted.pages)}
    return score(wanted, got), pages, warnings


def _account(paths: list[Path], pages: frozenset[str], links: annotated.Links, config: Path | None) -> Account:
    suffixes = {path.suffix for path in paths}
    if suffixes == {".json"}:
        return annotated.account([load(path) for path in paths], links)
    from pyoxigraph import RdfFormat, Store

    from kg.build import build
    from kg.evaluation import built
    from kg.graph import load as load_graph

    if suffixes == {".ttl"} and len(paths) == 1:
        return built.account(load_graph(paths[0]), pages)
    store = Store()
    store.bulk_load(build(paths, config=config).turtle, RdfFormat.TURTLE)
    return built.account(store, pages)
