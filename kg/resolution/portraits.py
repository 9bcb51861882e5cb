"""What each article tells of each person that it names: posts and their bodies, home, calling, age, company."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from kg.lexicon import listed, longest_first, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.script import simplified
from kg.model import ROLES, PostMention
from kg.reading.dates import number as in_figures
from kg.resolution.homes import Path
from kg.resolution.identity.figures import SETS
from kg.resolution.material import Material, Spoken, Told
from kg.resolution.rivals import is_sole
from kg.resolution.union import Union

BYLINE = "byline"
SENTENCE_END = frozenset("。！？\n")
LEVELS = {"province": "provinces", "prefecture": "prefectures", "county": "counties"}
COUNTY = 3
NEAR = 16
OFFICE, CALLING, WRITER = "office", "calling", "writer"


@dataclass(frozen=True, slots=True)
class Called:
    """What is the same by `key`, and what people call it."""

    key: object
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(slots=True, eq=False)
class Portrait:
    """A person in one article: the mentions, the sets of what is told of each, the years of birth and the ranks.

    `born` are the first and last year that are possible, `ranks` the levels of the divisions of the highest and the
    lowest post; zeros where nothing tells.
    """

    name: str
    mentions: list[Spoken] = field(default_factory=list)
    homes: set[Path] = field(default_factory=set)
    born: tuple[int, int] = (0, 0)
    ranks: tuple[int, int] = (0, 0)
    sets: dict[str, set[object]] = field(default_factory=lambda: {name: set() for name in SETS})


def portraits(material: Material, homes: Mapping[int, Path], union: Union) -> list[Portrait]:
    """The portraits of all articles in the order of the build; `homes` are those of bodies and divisions.

    An article has one of each name, or several where one holds an office, another has a calling, a third only writes.
    """
    bodies = _bodies(material, homes, union)
    found: list[Portrait] = []
    for told in material.told:
        persons = _drawn(material, told)
        for post in told.extraction.posts:
            if post.person not in persons:
                continue
            if post.rule == BYLINE:
                persons[post.person].sets["staff"] |= {True} if _is_staff(post) else set()
            else:
                number = material.number(told, post.body)
                _tell_post(persons[post.person], post, None if number is None else bodies.get(number))
        _tell_company(told, persons)
        for id in told.extraction.authors:
            if id in persons and told.page.publication:
                persons[id].sets["papers"].add(told.page.publication)
        found += dict.fromkeys(persons.values())
    for portrait in found:
        _settle(portrait)
    return found


def _drawn(material: Material, told: Told) -> dict[str, Portrait]:
    """The portrait to which each mention of a person in an article belongs, by the mention's id.

    Where one name is an official's and another person's too, a bare name is the official, but for the rest of a
    paragraph that tells of the other.
    """
    offices = {post.person for post in told.extraction.posts if post.body is not None and _is_office(post)}
    by_name: defaultdict[tuple[str, int | None], list[tuple[Spoken, str, str]]] = defaultdict(list)
    for mention in told.extraction.mentions:
        at = material.number(told, mention.id)
        if at is not None and (each := material.spoken[at]).kind == "Person":
            calling = _calling(each)
            role = WRITER if mention.id in told.extraction.authors else OFFICE if mention.id in offices else ""
            by_name[each.normal, each.bearer].append((each, role or (CALLING if calling else ""), calling))
    text = told.article.text
    ends = [at for at, char in enumerate(text) if char in SENTENCE_END]
    breaks = [at for at in ends if text[at] == "\n"]
    persons: dict[str, Portrait] = {}
    for (name, _), rows in by_name.items():
        parted = {OFFICE} < {role for _, role, _ in rows if role}
        drawn: dict[str, Portrait] = {}
        last, block = OFFICE, -1
        for each, role, calling in rows:
            here = bisect_left(breaks, _place(each))
            last = role or (last if here == block else OFFICE)
            block = here
            portrait = drawn.setdefault(last if parted else "", Portrait(name))
            _draw(portrait, each, calling, ends)
            persons[each.mention.id] = portrait
    return persons


def _draw(portrait: Portrait, each: Spoken, calling: str, ends: Sequence[int]) -> None:
    """Adds a mention; `ends` are the places at which the sentences of its article end."""
    portrait.mentions.append(each)
    portrait.sets["articles"].add(each.article.key)
    portrait.sets["pages"].add(each.page.id)
    portrait.sets["listed"].add((each.article.key, bisect_left(ends, _place(each))))
    if calling:
        portrait.sets["callings"].add(calling)
    if simplified(_before(each)).endswith(listed("people", "kin")):
        portrait.sets["kin"].add(True)
    if portrait.born == (0, 0) and (age := _age(each)) and (year := _year(each)):
        portrait.born = (year - age - 1, year - age)


@dataclass(frozen=True, slots=True)
class _Body:
    """A body or division: what stands for its mentions, its longest name, its home, and its rank where it has one."""

    key: int
    name: str
    home: Path
    rank: int


def _bodies(material: Material, homes: Mapping[int, Path], union: Union) -> dict[int, _Body]:
    """The body of each mention that is one, by the mention's number."""
    sets: defaultdict[int, list[Spoken]] = defaultdict(list)
    for each in material.spoken:
        if each.kind != "Person":
            sets[union.find(each.number)].append(each)
    ranked = frozenset(table("identity")["ranked"]["classes"])
    found: dict[int, _Body] = {}
    for key, mentions in sets.items():
        name = min({each.mention.name for each in mentions}, key=lambda name: (-len(name), name))
        home = homes.get(key, ())
        known = any(each.kind == "Division" or ranked & {*each.mention.classes} for each in mentions)
        found |= dict.fromkeys((each.number for each in mentions), _Body(key, name, home, _rank(home) if known else 0))
    return found


def _rank(home: Path) -> int:
    """The level of a home, 1 for a province; a county right below a province is as low as any other."""
    return len(home) + (len(home) > 1 and _level(home[1]) == "county")


def _is_office(post: PostMention) -> bool:
    """False for what only describes a person: a calling, or a word of respect."""
    title = simplified(post.title)
    return post.rule != BYLINE and title not in _callings() and title not in listed("titles", "descriptive")


def _is_staff(post: PostMention) -> bool:
    """True for a title in a byline that only those in a paper's service have."""
    return simplified(post.title).endswith(listed("identity", "staff", "endings"))


def _tell_post(portrait: Portrait, post: PostMention, body: _Body | None) -> None:
    title = simplified(post.title)
    portrait.sets["titles"].add(title)
    if title in _callings():
        portrait.sets["callings"].add(title)
    elif _is_office(post) and body is None:
        portrait.sets["offices"].add(title)
    elif _is_office(post) and body is not None:
        portrait.sets["offices"].add(body.name)
        portrait.sets["bodies"].add(Called(body.key, body.name))
        held = Called((body.key, title), body.name + title)
        portrait.sets["posts"].add(held)
        if post.status == "current" and is_sole(title):
            portrait.sets["sole"].add(held)
        if body.home:
            portrait.homes.add(body.home)
        if body.rank and post.status != "former":
            portrait.ranks = (min(portrait.ranks[0] or body.rank, body.rank), max(portrait.ranks[1], body.rank))


def _tell_company(told: Told, persons: Mapping[str, Portrait]) -> None:
    """Who takes part in one event is each other's company."""
    companies: defaultdict[str, list[Portrait]] = defaultdict(list)
    for claim in told.extraction.claims:
        if claim.predicate in ROLES and claim.object in persons:
            companies[claim.subject].append(persons[claim.object])
    for company in companies.values():
        names = {portrait.name for portrait in company}
        for portrait in company:
            portrait.sets["companions"] |= names - {portrait.name}


def _settle(portrait: Portrait) -> None:
    """Whether one is introduced, and where at home: with the bodies, else in the article's region, a writer nowhere."""
    if portrait.sets["offices"] or portrait.sets["callings"]:
        portrait.sets["papers"].clear()
    if portrait.born == (0, 0) and (year := _year(portrait.mentions[0])):
        for youngest, oldest in _ages_of(portrait):
            portrait.born = (year - oldest, year - youngest)
    if any(portrait.sets[name] for name in ("titles", "callings", "kin")):
        portrait.sets["introduced"].add(True)
    elif not portrait.sets["papers"] and all(map(_is_bare, portrait.mentions)):
        portrait.sets["bare"].add(True)
    if portrait.homes:
        portrait.sets["seated"].add(True)
    elif not portrait.sets["papers"]:
        portrait.homes |= {each.near for each in portrait.mentions if each.near}
    for path in portrait.homes:
        for name, home in _levels(path):
            portrait.sets[name].add(home)


def _ages_of(portrait: Portrait) -> Iterable[tuple[int, int]]:
    """The ages at which people hold such an office or have such a calling, where that says something."""
    data = table("identity")["ages"]
    callings = {str(each) for each in portrait.sets["callings"]}
    if any(calling.endswith(tuple(data["children"])) for calling in callings):
        yield tuple(data["of_children"])
    elif callings:
        yield tuple(data["of_adults"])
    elif 0 < portrait.ranks[0] <= COUNTY:
        yield tuple(data["in_office"])


def _levels(path: Path) -> Iterable[tuple[str, Called]]:
    """The division at each level of a path; a province that has no prefectures stands for one."""
    above = ""
    for at, code in enumerate(path):
        name = LEVELS.get(_level(code), "") if code.isdigit() else "towns"
        if name == "counties" and above == "provinces":
            yield "prefectures", Called(path[:at], _division(path[at - 1]))
        if name:
            yield name, Called(path[: at + 1], _division(code))
        above = name


def _level(code: str) -> str:
    return gazetteer().by_code(code).level if code.isdigit() else ""


def _division(code: str) -> str:
    return gazetteer().by_code(code).name if code.isdigit() else code


# ---- the words beside a name ---------------------------------------------------------------------------------------


@cache
def _callings() -> frozenset[str]:
    data = table("identity")["callings"]
    known = chain(data["words"], *(listed("titles", "posts", group) for group in data["groups"]))
    return frozenset(known) - {*data["outside"]}


@cache
def _calling_before() -> re.Pattern[str]:
    data = table("identity")["callings"]
    words = "|".join(map(re.escape, longest_first(_callings())))
    return re.compile(f"((?:{data['grades']})?(?:{words}))$")


@cache
def _ages() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("identity")["ages"]
    return re.compile(data["before"]), re.compile(data["after"])


def _calling(each: Spoken) -> str:
    """What stands right before a name and is no office; empty for none."""
    hit = _calling_before().search(simplified(_before(each)))
    return hit[1] if hit else ""


def _age(each: Spoken) -> int:
    """The age that stands right beside a name; 0 for none."""
    before, after = _ages()
    end = bisect_left(each.article.starts, each.mention.span.end)
    hit = before.search(_before(each)) or after.match(each.article.text[end : end + NEAR])
    return in_figures(hit[1]) if hit else 0


def _year(each: Spoken) -> int:
    """The year of which an article tells; 0 where it does not say."""
    return each.page.issue_date.year if each.page.issue_date else each.article.year or 0


def _before(each: Spoken) -> str:
    place = _place(each)
    return each.article.text[max(0, place - NEAR) : place]


def _is_bare(each: Spoken) -> bool:
    """True at the head of a clause, where nothing says who somebody is."""
    before = _before(each)
    return not before or before.endswith(tuple(table("identity")["bare"]["before"]))


def _place(each: Spoken) -> int:
    """Where a mention stands in its article's text."""
    return bisect_left(each.article.starts, each.mention.span.start)
