"""How differences of graphs and timelines look on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from json import dumps
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from kg.queries.differences import Change, Difference, Merge, Move, Node, Rename, Split, Statement
from kg.queries.records import Quote
from kg.queries.timelines import Attestation, Contradiction, Dated, Spell, Stage, Timeline
from kg.terminal import heading, line

ROWS_SHOWN = 10
PAGES_SHOWN = 2
Row = tuple[str, ...]
NOTHING = "nothing has changed: both graphs say the same"


def as_json(record: Difference | Sequence[Timeline]) -> str:
    """The record as JSON, field by field."""
    plain: Any = asdict(record) if isinstance(record, Difference) else [asdict(each) for each in record]
    return dumps(plain, ensure_ascii=False, indent=1)


# ---- differences ---------------------------------------------------------------------------------------------------


def difference(found: Difference, most: int | None = ROWS_SHOWN) -> RenderableType:
    """What two graphs differ in, group by group with at most `most` rows each; all with None."""
    if found.empty:
        return Text(NOTHING)
    groups: dict[str, Iterable[Row]] = {
        "pages added": ((file,) for file in found.pages_added),
        "pages gone": ((file,) for file in found.pages_gone),
        "pages with other bytes": ((file,) for file in found.pages_changed),
        "decided": ((ruling,) for ruling in found.decided),
        "not decided any more": ((ruling,) for ruling in found.undecided),
        "merged": map(_merge, found.merged),
        "split": map(_split, found.split),
        "renamed": map(_rename, found.renamed),
        "mentions moved": map(_move, found.moved),
        "appeared": map(_node, found.appeared),
        "vanished": map(_node, found.vanished),
        "changed": map(_change, found.changed),
        "said now": map(_statement, found.said),
        "no longer said": map(_statement, found.unsaid),
    }
    return Group(*(text for name, rows in groups.items() for text in _group(name, list(rows), most)))


def _group(name: str, rows: Sequence[Row], most: int | None) -> Iterator[Text]:
    if not rows:
        return
    yield Text.assemble((name, "underline"), f"  {len(rows)}")
    yield from (Text("  " + "  ".join(line(cell) for cell in row if cell)) for row in rows[:most])
    if most is not None and len(rows) > most:
        yield Text(f"  and {len(rows) - most} more: --all prints them", "dim")


def _node(node: Node) -> Row:
    return node.label, node.kind, _address(node)


def _address(node: Node) -> str:
    return node.key.replace("/", ":", 1)


def _merge(merge: Merge) -> Row:
    reason = "(the new graph says that it replaces)" if merge.replaces else ""
    return f"{_several(merge.parts)} are now {_named(merge.into)}", reason


def _split(split: Split) -> Row:
    return (f"{_named(split.whole)} is now {_several(split.parts)}",)


def _several(nodes: Iterable[Node]) -> str:
    return " + ".join(map(_named, nodes))


def _named(node: Node) -> str:
    return f"{node.label} ({_address(node)})"


def _rename(rename: Rename) -> Row:
    before, after = rename.before, rename.after
    if before.label == after.label:
        return before.label, before.kind, f"now {_address(after)}, before {_address(before)}"
    return f"{before.label} is now {after.label}", after.kind, _address(after)


def _move(move: Move) -> Row:
    return (f"{move.mentions} of {_named(move.before)} now of {_named(move.after)}",)


def _change(change: Change) -> Row:
    before, after = change.before or "not said", change.after or "not said any more"
    return change.node.label, f"{change.about}: {before} → {after}"


def _statement(said: Statement) -> Row:
    return said.subject.label, said.predicate, said.object


# ---- timelines -----------------------------------------------------------------------------------------------------


def timeline(told: Timeline, most: int | None = PAGES_SHOWN) -> RenderableType:
    """A career or the holders of a post in order, each with at most `most` pages; all with None."""
    parts = [heading(told.label, told.kind, told.iri)]
    for stage in told.stages:
        parts += _stage(stage, stage.label if told.kind == "Person" else stage.person.label, most)
    if told.contradictions:
        parts.append(Text("contradictions", "underline"))
        for each in told.contradictions:
            parts += _contradiction(each)
    return Group(*parts, Text(""))


def _stage(stage: Stage, name: str, most: int | None) -> Iterator[Text]:
    told: set[tuple[str, str]] = set()
    for number, spell in enumerate(stage.spells):
        days = "  ".join(part for part in (_days(spell), _status(spell)) if part)
        yield Text(f"  {line(name) if number == 0 else ''}{'  ' if number == 0 and days else ''}{days}")
        for word, dated in (("began", spell.began), ("ended", spell.ended)):
            if dated is not None and (word, dated.date) not in told:
                told.add((word, dated.date))
                yield from _dated(word, dated)
    shown = stage.attestations[:most] if most is not None else stage.attestations
    for attestation in shown:
        yield _attestation(attestation)
    if more := len(stage.attestations) - len(shown):
        yield Text(f"      and {more} more: --all prints them", "dim")


def _days(spell: Spell) -> str:
    return " – ".join(dict.fromkeys(day for day in (spell.first, spell.last) if day))


def _status(spell: Spell) -> str:
    """Worth a word only where it is not the usual one."""
    return "" if spell.status in (None, "current") else str(spell.status)


def _dated(word: str, dated: Dated) -> Iterator[Text]:
    yield Text(f"      {word} {dated.date}", "bold")
    for quote in dated.evidence.quotes[:1]:
        yield _quote(quote, "        ")


def _attestation(attestation: Attestation) -> Text:
    status = "" if attestation.status in (None, "current") else f"{attestation.status}  "
    return _quote(attestation.quote, f"      {attestation.day or 'no day'}  {status}")


def _quote(quote: Quote, before: str) -> Text:
    return Text.assemble(before, f"“{line(quote.text)}”", (f"  {line(quote.file)}:{quote.start}–{quote.end}", "dim"))


def _contradiction(each: Contradiction) -> Iterator[Text]:
    more = f" and {each.more} more days" if each.more else ""
    names = f"both {line(each.first.label)} and {line(each.second.label)}"
    yield Text(f"  {each.day}{more}  {line(each.label)}: {names}")
    yield _quote(each.first_quote, "      ")
    yield _quote(each.second_quote, "      ")
