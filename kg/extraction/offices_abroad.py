"""Offices that are told of in a way of their own in other countries and in Taiwan: ministries, bureaus, wards."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extraction.characters import is_han
from kg.extraction.deixis import compose
from kg.extraction.links import Link
from kg.extraction.openings import boundary_words
from kg.extraction.places_abroad import STATE, county_told, opens_here, place_told, state_before, state_told
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found
from kg.extraction.titles import Title
from kg.extraction.words import known
from kg.lexicon import listed, longest_first, table
from kg.lexicon.abroad import countries
from kg.lexicon.matcher import ending, matcher_of
from kg.reading.stance import WITHOUT_COUNTIES

SECRETARY, DEPUTY = "司司长", "副"
# How long the name of a secretary's office may be.
SHORT, LONGEST = 2, 8
# How long the name of a district may be that nobody read.
FARTHEST, DISTRICT = 4, "区"
GOVERNMENT, MINISTRY, HEAD, MEMBER_OF_PARLIAMENT = "政府", "部", "长", "国会议员"


def special_office(bodies: Bodies, ends: Mapping[int, Found], title: Title) -> tuple[Link, int] | None:
    """What is read before any body that is printed: a bureau or ward in one word, a bare chamber, a state's head."""
    return (
        bureau_of_county(bodies, title)
        or of_ward(bodies, ends, title)
        or bare_chamber(bodies, title)
        or head_of_state(bodies, ends, title)
        or district_office(bodies, ends, title)
    )


def head_of_state(bodies: Bodies, ends: Mapping[int, Found], title: Title) -> tuple[Link, int] | None:
    """某州首席部长, 某州州务大臣: at the government of the state that stands before."""
    if title.core not in listed("titles", "heads_of_states"):
        return None
    before = ends.get(title.start)
    state = state_before(bodies.sheet.text, title.start)
    if before is not None and before.kind == "Division":
        start, name = before.start, before.name
    elif before is None and state is not None:
        name, start = state
    else:
        return None
    body = bodies.implied(title.start, title.end, "Organization", name + GOVERNMENT)
    return Link(title, title.core, body, True), start


def ministry(bodies: Bodies, title: Title) -> tuple[Link, int] | None:
    """移民部次长, 工务|部长, with the country where it stands before: at the ministry."""
    if title.core not in listed("abroad", "ministries", "posts"):
        return None
    text = bodies.sheet.text
    shared = title.start + 1 if text.startswith(MINISTRY, title.start) else title.start
    hit = matcher_of("abroad", "ministries").before(text, shared)
    if hit is None and (begin := _state_before(text, title.start)) is not None and text[shared - 1] == MINISTRY:
        body = bodies.implied(begin, shared, "Organization", text[begin:shared], "before-title")
        return Link(title, title.core, body, True), begin
    if hit is None or hit[0] >= title.start:
        return None
    first = hit[0] - text.startswith(DEPUTY, hit[0] - 1)
    country = countries().before(text, first)
    if first < hit[0] and country is None and opens_here(text, first):
        body = bodies.implied(hit[0], shared, "Organization", hit[1], "before-title")
        return Link(title._replace(core=DEPUTY + title.core), DEPUTY + title.core, body, True), first
    start = country[0] if country is not None else hit[0]
    own = state_told(bodies.sheet) if text.startswith(STATE, start - 1) and opens_here(text, start - 1) else ""
    if not own and not opens_here(text, start):
        return None
    body = bodies.implied(start, shared, "Organization", own + text[start:shared], "before-title")
    return Link(title, title.core, body, True), start - 1 if own else start


def _state_before(text: str, end: int) -> int | None:
    """Where a state abroad begins behind which only the words of a ministry stand: 某州|工业发展."""
    for at in range(end - SHORT, end - LONGEST, -1):
        if not is_han(text[at : at + 1] or "\n"):
            return None
        if (state := state_before(text, at)) is not None and len(state[0]) > SHORT:
            return state[1]
    return None


def parliament(bodies: Bodies, title: Title) -> tuple[Link, int] | None:
    """国会议员 with nothing before: at the parliament of the country that the page tells of most."""
    if title.core != MEMBER_OF_PARLIAMENT:
        return None
    counts = {name: sum(map(bodies.sheet.text.count, told)) for name, told in table("abroad")["parliaments"].items()}
    name = max(sorted(counts), key=lambda each: counts[each])
    body = bodies.implied(title.start, title.end, "Organization", name) if counts[name] else None
    return (Link(title, title.core, body), title.start) if body is not None else None


def of_wider(text: str, title: Title) -> Title:
    """经济财政司|司长, whose words go on to the left of 财政司司长: the plain post, behind another body."""
    wider = title.core.endswith(SECRETARY) and is_han(text[title.start - 1 : title.start] or "\n")
    if not wider or opens_here(text, title.start):
        return title
    return title._replace(start=title.end - 2, core=SECRETARY[1:])


def secretariat(bodies: Bodies, title: Title) -> tuple[Link, int] | None:
    """经济财政司|司长 on a page of Hong Kong or Macao: a secretary's office, which is no part of another body."""
    text, region = bodies.sheet.text, bodies.sheet.page.region
    if title.core != SECRETARY[1:] or region is None or region.adcode not in WITHOUT_COUNTIES:
        return None
    start = title.start
    cut = bodies.sheet.words
    while is_han(text[start - 1 : start] or "\n"):
        if cut.boundary(start) and boundary_words().before(text, start) is not None:
            break
        start -= 1
    if text[title.start - 1] != SECRETARY[0] or not SHORT < title.start - start <= LONGEST:
        return None
    body = bodies.implied(start, title.start, "Organization", text[start : title.start])
    return Link(title, title.core, body, True), start


def district_office(bodies: Bodies, ends: Mapping[int, Found], title: Title) -> tuple[Link, int] | None:
    """某某|民政事务专员: the office of the district that stands before, or of the one that was told of last."""
    office = next((body for post, body in table("titles")["district_offices"].items() if title.core.endswith(post)), "")
    if not office:
        return None
    before, text = ends.get(title.start), bodies.sheet.text
    start = title.start
    if before is not None and before.kind == "Division":
        start = before.start
    while before is None and start > title.start - FARTHEST and not opens_here(text, start):
        start -= 1
    district = text[start : title.start] or place_told(bodies.sheet, start, DISTRICT) or bodies.last_district(start)
    body = bodies.implied(start, title.end, "Organization", district + office) if district else None
    return Link(title, title.core, body, start < title.start), start


def bureau_of_county(bodies: Bodies, title: Title) -> tuple[Link, int] | None:
    """农业|处长 on a page that tells of a county of Taiwan: at the bureau of its government."""
    data, text = table("abroad")["bureaus_of_taiwan"], bodies.sheet.text
    word = title.core[:1]
    stem = ending(text, longest_first(data["stems"]), title.start)
    if word not in data or not stem or title.core != word + HEAD:
        return None
    start = title.start - len(stem)
    county = county_told(bodies.sheet, start)
    printed = ending(text, (f"{county}政府", county, "县府", "市府", county[-1:]), start) if county else ""
    start -= len(printed)
    if not county or not opens_here(text, start):
        return None
    body = bodies.implied(start, title.end, "Organization", county + data[word] + stem + word)
    return Link(title, title.core, body, True), start


def of_ward(bodies: Bodies, ends: Mapping[int, Found], title: Title) -> tuple[Link, int] | None:
    """某某镇某某|里长, ，某某|村长: at the ward or village whose last character the post repeats."""
    text, level = bodies.sheet.text, title.core[:1]
    if title.core not in listed("titles", "ward_heads") or ends.get(title.start) is not None:
        return None
    places = range(title.start - 2, title.start - 5, -1)
    start = next((at for at in places if at in ends or not is_han(text[at - 1])), 0)
    stem = text[start : title.start]
    worded = start not in ends and known(stem)
    if not start or not all(map(is_han, stem)) or worded or stem[0] in table("titles")["no_names"]["chars"]:
        return None
    body = bodies.implied(start, title.start + 1, "Division", stem if stem.endswith(level) else stem + level)
    return Link(title, title.core, body, True), start


def bare_chamber(bodies: Bodies, title: Title) -> tuple[Link, int] | None:
    """县议会|议长: the chamber of the county of Taiwan or city abroad that the article tells of."""
    text = bodies.sheet.text
    word = ending(text, listed("abroad", "councils_of_cities"), title.start)
    start = title.start - len(word) - 1
    if not word or not opens_here(text, start):
        return None
    place = place_told(bodies.sheet, start, text[start])
    body = bodies.implied(start, title.start, "Organization", compose(place, word), "before-title") if place else None
    return None if body is None else (Link(title, title.core, body, True), start)
