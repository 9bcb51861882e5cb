"""Forms of names: the one under which two names are compared, standard ones that stand for a name, and bare ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from kg.lexicon import listed, longest_first, table, words
from kg.lexicon.matcher import Matcher
from kg.lexicon.script import simplified
from kg.model import Kind

_DROPPED = re.compile(r"[\s《》〈〉“”\"'‘’「」『』()（）\[\]【】〔〕·•・.．,，、:：;；!！?？—–―‐\-~～]+")
_BLANKS = re.compile(r"[\s·•・‧.]+")


def normal(kind: Kind, name: str) -> str:
    """The form under which names are compared: without marks and blanks, long forms folded to short ones.

    All kinds but persons fold alike, so that one name read as two kinds has one form. Never empty.
    """
    return _person(name) if kind == "Person" else _folded(name)


@lru_cache(maxsize=100_000)
def _person(name: str) -> str:
    return simplified(_BLANKS.sub("", unicodedata.normalize("NFKC", name))) or name


@lru_cache(maxsize=100_000)
def _folded(name: str) -> str:
    text = _shortened(_DROPPED.sub("", simplified(unicodedata.normalize("NFKC", name))).lower())
    return _spelled(_replaced(text, _long("compared"))) or name


def standard_forms(name: str) -> tuple[str, ...]:
    """The short and the full standard form of a body's name, and the others that the table knows, sorted."""
    short = _shortened(name)
    spelled = _spelled(short)
    found = {short, spelled, _lengthened(name)}
    for pattern, templates in _standards():
        if hit := pattern.search(spelled):
            found.update(hit.expand(template) for template in templates)
    return tuple(sorted(found - {name}))


def is_bare(form: str, name: str) -> bool:
    """True for a form that means `name` only where it stands: 区委, 该局, 工商联, 工作站."""
    if form == name:
        return False
    if is_common(form):
        return True
    return not name.startswith(form[:2]) and _deictic().match(form) is not None


def is_common(form: str) -> bool:
    """True for a noun that is a name only with something before it: 工作站, 教育局."""
    return form in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset((*listed("organisations", "common"), *words("departments")))


@cache
def _deictic() -> re.Pattern[str]:
    return re.compile(table("abbreviations")["deictic"]["pattern"])


def _replaced(text: str, matcher: Matcher[str]) -> str:
    """Each entry of the table replaced, the longest at each place first, from left to right."""
    parts, at = [], 0
    while at < len(text):
        end, part = matcher.at(text, at) or (at + 1, text[at])
        parts.append(part)
        at = end
    return "".join(parts)


def _shortened(text: str) -> str:
    text = _replaced(_replaced(text, _long("anywhere")), _long("beginnings"))
    hit = _long("endings").before(text, len(text))
    return text[: hit[0]] + hit[1] if hit else text


def _lengthened(text: str) -> str:
    hit = _short("endings").before(text, len(text))
    text = text[: hit[0]] + hit[1] if hit else text
    start = _short("beginnings").at(text, 0)
    text = start[1] + text[start[0] :] if start else text
    return _replaced(text, _short("anywhere"))


def _spelled(text: str) -> str:
    text = _of_nationalities().sub("", text)
    for pattern, replacement in _spellings():
        text = pattern.sub(replacement, text)
    return text


@cache
def _long(section: str) -> Matcher[str]:
    """From each long form to its short one."""
    return Matcher({long: short for short, longs in _entries(section).items() for long in longs})


@cache
def _short(section: str) -> Matcher[str]:
    """From each short form to its official long one; long forms stay as they are, so that none is lengthened twice."""
    rows = _entries(section)
    return Matcher(
        {long: long for longs in rows.values() for long in longs} | {s: longs[0] for s, longs in rows.items()}
    )


def _entries(section: str) -> Mapping[str, list[str]]:
    rows: Mapping[str, list[str]] = table("abbreviations")[section]
    return rows


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["finds"]), row["gives"]) for row in table("abbreviations")["spellings"])


@cache
def _of_nationalities() -> re.Pattern[str]:
    """土家族苗族自治 in the full name of 某某州, which its bodies are called after as well."""
    nations = "|".join(longest_first(nation.removesuffix("族") for nation in words("nationalities")))
    return re.compile(f"(?<=.)(?:(?:{nations})族?)+自治(?=[州县旗])")


@cache
def _standards() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(row["finds"]), tuple(row["gives"])) for row in table("abbreviations")["standards"])
