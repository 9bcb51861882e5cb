"""Says which town, village or brigade a bare level word means: the one named last, or after which bodies are called."""

from __future__ import annotations

from kg.extraction.sheet import Part, Sheet

LOCAL_LEVELS = ("街道", "社区", "公社", "苏木", "嘎查", "大队", "管理区", "镇", "乡", "村")


def nearest_local(sheet: Sheet, position: int, level: str) -> str | None:
    """The town or village of this level named last before, in the same article."""
    part = sheet.part_at(position)
    named = [
        c
        for c in sheet.divisions
        if part.start <= c.start < part.end and (c.name or sheet.text[c.start : c.end]).endswith(level)
    ]
    before = [c for c in named if c.end <= position]
    pick = before[-1] if before else named[0] if named else None
    return (pick.name or sheet.text[pick.start : pick.end]) if pick else _by_stem(sheet, part, level)


def _by_stem(sheet: Sheet, part: Part, level: str) -> str | None:
    """The town named elsewhere on the page after which the article's own bodies are called: 某某中学 of 某某镇."""
    named = {c.name or sheet.text[c.start : c.end] for c in sheet.divisions}
    stems = {name.removesuffix(level) for name in named if name.endswith(level) and len(name) > len(level) + 1}
    bodies = [c for c in sheet.chosen if c.kind == "Organization" and part.start <= c.start < part.end]
    own = {stem for stem in stems if any(sheet.text.startswith(stem, c.start) for c in bodies)}
    return own.pop() + level if len(own) == 1 else None
