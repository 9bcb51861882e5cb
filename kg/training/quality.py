"""Measures the extraction and writes the figures as a page of documentation."""

from __future__ import annotations

import time
from collections.abc import Sequence

from pyoxigraph import RdfFormat, Store

from kg.evaluation import annotated, built
from kg.evaluation.annotated import LINKS
from kg.evaluation.annotation import load
from kg.evaluation.scoring import CORE, FURTHER, Score, Tally, score
from kg.extraction import Extractor
from kg.extraction.tagger import Model, instead, model, tag
from kg.graph import to_turtle
from kg.model import Extraction
from kg.reading import read_page
from kg.resolution import resolve
from kg.training import confidence, cross
from kg.training.corpus import FRESH, GOLD, Example, annotation_files, gold_spans, sheet_of

SHOWN = (
    "ENTITIES",
    "entity Person",
    "entity Organization",
    "entity Division",
    "posts",
    "participation",
    "MET",
    "partyTo",
    "FACTS",
)
ABLATIONS: dict[str, tuple[str, ...]] = {
    "everything": (),
    "without the tagger": ("kg_tagger",),
    "without the gazetteer of divisions": ("kg_divisions",),
    "without what the page itself has taught": ("kg_feedback",),
}
HEAD = """# Quality

Written by `make quality`. Figures are F1 unless said otherwise; [annotation.md](annotation.md) says what is counted.
"""


def report(say: cross.Say) -> str:
    """The whole page of documentation."""
    tuning, unseen, fresh = cross.tuning_pages(), cross.unseen_pages(), cross.fresh_pages()
    samples = [example for example in tuning if not example.annotation.invented]
    invented = [example for example in tuning if example.annotation.invented]
    folds, models = cross.fold_of(tuning), cross.fold_models(tuning, say)
    extractor = Extractor()
    by_fold: dict[str, Model | None] = {
        example.annotation.page: models[folds[example.annotation.page]] for example in tuning
    }
    shipped = _shipped([*tuning, *unseen])
    rows = {
        f"the {len(samples)} samples": compare(extractor, samples, shipped),
        f"the {len(invented)} invented pages used for tuning, by taggers trained without them": compare(
            extractor, invented, by_fold
        ),
        f"the {len(unseen)} invented pages that nobody looked at": compare(extractor, unseen, shipped),
        f"{len(fresh)} fresh invented pages, on which nothing is trained": compare(extractor, fresh, _shipped(fresh)),
    }
    say("scores done")
    parts = [HEAD, "## Scores", _table(rows), _details(rows)]
    ablations = {}
    for name, left_out in ABLATIONS.items():
        with extractor.nlp.select_pipes(disable=list(left_out)):
            ablations[name] = compare(extractor, [*invented, *unseen], shipped | by_fold)
    parts += ["## What each source is worth", _table(ablations)]
    say("ablations done")
    parts += ["## The tagger alone", _spans(tuning, by_fold, unseen, shipped)]
    parts += ["## Confidence", _reliability(extractor, tuning, unseen, by_fold)]
    parts += ["## Two readers", _agreement()]
    parts += ["## Speed", _speed(extractor, [*tuning, *unseen])]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _shipped(found: Sequence[Example]) -> dict[str, Model | None]:
    """The shipped tagger for each page."""
    return {example.annotation.page: model() for example in found}


def compare(extractor: Extractor, found: Sequence[Example], models: dict[str, Model | None]) -> Tally:
    """One graph of all these pages against their annotations."""
    extractions: list[Extraction] = []
    for example in found:
        with instead(models[example.annotation.page]):
            extractions.extend(extractor.extract(example.page))
    knowledge = resolve([example.page for example in found], extractions)
    store = Store()
    store.bulk_load(to_turtle(knowledge), RdfFormat.TURTLE)
    gold = annotated.account([example.annotation for example in found], annotated.read_links(GOLD / LINKS))
    return score(gold, built.account(store, gold.pages))


def _table(rows: dict[str, Tally]) -> str:
    """One line a tally, F1 of the main measures."""
    head = "| | " + " | ".join(name.removeprefix("entity ") for name in SHOWN) + " |"
    lines = [head, "|---" * (len(SHOWN) + 1) + "|"]
    for name, tally in rows.items():
        table = tally.table()
        lines.append(f"| {name} | " + " | ".join(f"{table.get(key, Score()).f1:.3f}" for key in SHOWN) + " |")
    return "\n".join(lines)


def _details(rows: dict[str, Tally]) -> str:
    """Precision, recall and F1 of every measure, one column a tally."""
    tables = [tally.table() for tally in rows.values()]
    names = list(dict.fromkeys(name for table in tables for name in table))
    lines = ["Precision / recall / F1 of every measure:", "", "| | " + " | ".join(rows) + " |"]
    lines.append("|---" * (len(rows) + 1) + "|")
    for name in names:
        cells = []
        for table in tables:
            row = table.get(name)
            cells.append("-" if row is None else str(row.fp) if name == "duplicates" else _cell(row))
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(row: Score) -> str:
    return f"{row.p:.3f} / {row.r:.3f} / {row.f1:.3f}"


def _spans(
    tuning: Sequence[Example],
    by_fold: dict[str, Model | None],
    unseen: Sequence[Example],
    shipped: dict[str, Model | None],
) -> str:
    """How the tagger's own best reading compares with the annotated names, span by span and kind by kind."""
    columns = {
        "pages left out of training": _span_scores(tuning, by_fold),
        "unseen pages": _span_scores(unseen, shipped),
    }
    lines = ["Spans of whole names, precision / recall / F1:", "", "| | " + " | ".join(columns) + " |", "|---|---|---|"]
    for kind in (*CORE, *FURTHER):
        cells = [_cell(column.get(kind, Score())) for column in columns.values()]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _span_scores(found: Sequence[Example], models: dict[str, Model | None]) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for example in found:
        trained = models[example.annotation.page]
        if trained is None:
            continue
        sheet = sheet_of(example)
        wanted = {(span.start, span.end, span.kinds[0]) for span in gold_spans(example, sheet)}
        got = {(start, end, kind) for start, end, kind, _ in tag(sheet, trained).spans}
        for kind in {kind for _, _, kind in wanted | got}:
            right = {row for row in wanted & got if row[2] == kind}
            extra, missed = ({row for row in rows if row[2] == kind} for rows in (got - wanted, wanted - got))
            scores[kind] = scores.get(kind, Score()) + Score(len(right), len(extra), len(missed))
    return scores


def _reliability(
    extractor: Extractor, tuning: Sequence[Example], unseen: Sequence[Example], by_fold: dict[str, Model | None]
) -> str:
    """What share of the statements of each confidence was right: tuning pages by scales learned without them."""
    folds = cross.fold_of(tuning)
    judged = {e.annotation.page: cross.judged(extractor, e, by_fold[e.annotation.page]) for e in tuning}
    pairs = []
    for fold in range(cross.FOLDS):
        rest = [row for page, rows in judged.items() if folds[page] != fold for row in rows]
        scale = confidence.learn(rest)
        own = [row for page, rows in judged.items() if folds[page] == fold for row in rows]
        pairs += [(scale.probability(row), row.right) for row in own]
    scale = confidence.learn([row for rows in judged.values() for row in rows])
    new = [row for example in unseen for row in cross.judged(extractor, example, model())]
    tables = {
        "tuning pages, left out": confidence.reliability(pairs),
        "unseen pages": confidence.reliability((scale.probability(row), row.right) for row in new),
    }
    lines = ["Of the statements with a confidence in each range, so many were right (statements):", ""]
    lines += ["| confidence | " + " | ".join(tables) + " |", "|---" * (len(tables) + 1) + "|"]
    for tenth in range(10):
        cells = []
        for table in tables.values():
            row = next((row for row in table if round(row[0] * 10) == tenth), None)
            cells.append("-" if row is None else f"{row[3]:.2f} ({row[2]})")
        lines.append(f"| {tenth / 10:.1f}–{(tenth + 1) / 10:.1f} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _agreement() -> str:
    """How far two readers who worked apart agree: the second judged by the first."""
    second = {file.name: file for file in annotation_files(GOLD / "second")}
    folders = (GOLD / "first", GOLD, FRESH)
    firsts = [next(folder / name for folder in folders if (folder / name).is_file()) for name in second]
    tally = score(annotated.account(list(map(load, firsts))), annotated.account(list(map(load, second.values()))))
    return f"{len(second)} pages, the second reading judged by the first.\n\n" + _table({"agreement": tally})


def _speed(extractor: Extractor, found: Sequence[Example]) -> str:
    characters = sum(len(example.page.text) for example in found)
    start = time.process_time()
    pages = [read_page(example.page.text.encode(), example.page.file) for example in found]
    read = time.process_time()
    for page in pages:
        extractor.extract(page)
    done = time.process_time()
    whole, reading, extraction = (f"{characters / t:,.0f}" for t in (done - start, read - start, done - read))
    return (
        f"{whole} characters a second on one core from file to claims: reading {reading}, extraction {extraction}. "
        "`benchmarks/` compares with a named peer."
    )
