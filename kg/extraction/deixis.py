"""Says which division or body a short word of an article means: 区委, 我市, 管委会, 该镇."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extraction.abroad import country_of_page, guest_of, level_abroad
from kg.extraction.bare_levels import division_at_level
from kg.extraction.corps import UNIT_BODY, unit_named
from kg.extraction.delegations import last_guest
from kg.extraction.departments import department_classes, zone_of
from kg.extraction.endings import common_nouns
from kg.extraction.lattice import Candidate
from kg.extraction.local_levels import nearest_local
from kg.extraction.named_before import last_named, of_the_last
from kg.extraction.neighbours import division_before, of_neighbour, pointed_at, zone_before
from kg.extraction.openings import LEVELS, WIDE_LEVELS
from kg.extraction.places_abroad import CITY, STATE, foreign_holder, place_told, state_told
from kg.extraction.prefectures import PREFECTURE, prefecture_bodies, prefecture_body
from kg.extraction.sheet import Sheet
from kg.lexicon import listed, longest_first, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import ending, opening
from kg.reading.stance import WITHOUT_COUNTIES

SESSION = re.compile("第?[一二三四五六七八九十]{1,3}届(?=人大|政协|人民)")
# A body that was once what it is called, or had the same head long ago: 某村原党支部, 某村老支部书记.
FORMER = re.compile(
    "(?<=[省市区县州旗盟镇乡村])(?:原(?=党|县委|区委|市委|村委|政府)|老(?=党支部|党总支|支部|支书|总支))"
)
# 某某区区委 is 某某区委; a county of one character keeps both: 某县县委.
DOUBLED = re.compile("(?<=[一-龥]{2}([省市区县州旗镇乡]))\\1(?=委|政府|人大|政协|纪委)")
# The league's committee of a level: 团县委, 共青团市委.
LEAGUE = re.compile("(?:共青)?团(?P<level>[省市区县州旗镇乡])委")
# The branch of a village is the party's: 某村|支部.
BRANCH = re.compile("(?:(?<=村)|(?<=社区)|(?<=嘎查)|(?<=大队))(?=支部$|总支$|总支部$)")
OWN = re.compile("[我全](省|市|区|县|州|旗|盟|镇|乡|街道|村|社区)|(自治区|地区|省|市|县|区|州|旗|镇|乡|村)里?")
# A team that one body has sent to our division: 省委驻我县工作队.
STATIONED = re.compile("驻(?P<ours>[我本](?P<level>[省市区县州旗盟镇乡村]))")
# Bodies that a zone has, and no district.
ZONE_BODY = re.compile("区(?:党工委|工委|管委会|管理委员会)")
# How zones are found by their endings, and the least weight of one that a body of its own speaks for.
ZONE, DOUBTFUL = "ending-zone", -1.0
# The office of a town or district in Taiwan and in older years.
OFFICE = "公所"


def level_word(form: str) -> str:
    """The bare level word that a form opens with, or ''; there is none in the name of a county: 镇远县, 乡城县."""
    if form.startswith(_named_like_levels()):
        return ""
    return opening(form, WIDE_LEVELS) or (form[0] if form[0] in LEVELS else "")


@cache
def _named_like_levels() -> tuple[str, ...]:
    names = {form for one in gazetteer() for form in (one.name, *one.alternatives)}
    return tuple(sorted(name for name in names if name[0] in LEVELS and name[-1] in LEVELS))


def full_name(sheet: Sheet, candidate: Candidate, lead: str | None = None) -> str | None:
    """The candidate's name in full, or None where nothing on the page says what a bare form belongs to.

    `lead` is the division or zone of the post before, in a chain of posts. The standing committee of a party
    committee is the committee.
    """
    name = _in_full(sheet, candidate, lead)
    if name is not None and (ours := STATIONED.search(name)) is not None:
        division = division_at_level(sheet, candidate.start, ours["level"])
        name = name.replace(ours["ours"], division) if division else name
    return name.removesuffix("常委会") if name is not None and name.endswith("委常委会") else name


@lru_cache(maxsize=1 << 12)
def _plain(form: str) -> str:
    return BRANCH.sub("党", DOUBLED.sub("", FORMER.sub("", SESSION.sub("", form))))


def _in_full(sheet: Sheet, candidate: Candidate, lead: str | None) -> str | None:
    form = _plain(sheet.text[candidate.start : candidate.end])
    if candidate.kind == "Division":
        own = OWN.fullmatch(form)
        level = own and (own.group(1) or own.group(2))
        return division_at_level(sheet, candidate.start, level) if level else candidate.name or form
    if candidate.kind == "Place":
        return _of_level(sheet, candidate, form) or _zone_name(sheet, candidate, form)
    if candidate.kind != "Organization":
        return candidate.name or form
    if form in listed("anaphora", "of_towns") and (town := last_named(sheet, candidate.start, form)) is not None:
        return town.name
    if (league := LEAGUE.fullmatch(form)) is not None:
        division = division_at_level(sheet, candidate.start, league["level"])
        return f"共青团{division}委" if division else None
    tail = ending(form, listed("anaphora", "of_zones"), len(form))
    in_zone = tail and form.removesuffix(tail) in listed("anaphora", "zone_words")
    if in_zone and (zone := _of_zone(sheet, candidate, tail, None)) is not None:
        return zone
    if candidate.rule == "party-of-level":
        party = next(word for word in listed("organisations", "parties") if form.startswith(word))
        division = division_at_level(sheet, candidate.start, form[len(party)])
        return party + compose(division, form[len(party) + 1 :]) if division else None
    if candidate.rule == "bare-department":
        return _bare_department(sheet, candidate, form, lead)
    if candidate.name:
        return candidate.name
    if level_word(form) and opens_with_level(sheet, candidate):
        return _of_level(sheet, candidate, form)
    if form.startswith("高新区") or form.startswith("经开区"):
        zone = _zone_name(sheet, candidate, form[:3])
        return (zone or form[:3]) + form[3:]
    return _bare(sheet, candidate, form, lead)


def _of_level(sheet: Sheet, candidate: Candidate, form: str) -> str | None:
    """县文化馆 in full; None for what opens with no level, for what no division is known for, and for a collective."""
    level = level_word(form)
    if not level or not opens_with_level(sheet, candidate) or form.startswith(listed("anaphora", "collective"), 1):
        return None
    if ZONE_BODY.match(form) and (zone := zone_before(sheet, candidate.start)):
        return zone + form[len(level) :]
    rest, part = form.removeprefix(level), sheet.part_at(candidate.start)
    if rest.startswith(listed("abroad", "councils_of_cities")):
        told = [f.name for f in sheet.found if f.name.endswith(form) and f.name != form and part.start <= f.start]
        place = place_told(sheet, candidate.start, level)
        if told or place:
            return told[-1] if told else compose(place, rest)
    if level == CITY and foreign_holder(sheet.text, candidate.end):
        return place_told(sheet, candidate.start, level) + rest or None
    own = bool(country_of_page(sheet)) and rest.startswith(listed("anaphora", "of_councils"))
    division = (
        (place_told(sheet, candidate.start, level) if own else "")
        or of_neighbour(sheet, candidate.start, level)
        or _of_guests(sheet, candidate.start, level, rest)
        or division_at_level(sheet, candidate.start, level)
        or (state_told(sheet) if level == STATE else None)
    )
    if division:
        return compose(division, rest)
    named = (f.name for f in reversed(sheet.found) if part.start <= f.start < candidate.start)
    return next((name for name in named if name.endswith(form) and name != form), None)


def _of_guests(sheet: Sheet, position: int, level: str, rest: str) -> str | None:
    """On a page abroad, the guests' division at this level for what only China's have: 市委, 侨联."""
    abroad = country_of_page(sheet) and not rest.startswith(listed("anaphora", "abroad_too"))
    return last_guest(sheet, position, level) if abroad else None


def _bare(sheet: Sheet, candidate: Candidate, form: str, lead: str | None) -> str | None:
    """The full name of what is named by common nouns alone: 组织部, 行署, 公司, 公司党委, 该院民二庭."""
    if form.startswith(listed("anaphora", "every")) or form in listed("titles", "owned_by_body"):
        return None
    if form.startswith(prefecture_bodies()):
        return _of_prefecture(sheet, candidate, form, lead)
    if unit := UNIT_BODY.match(form):
        return (unit_named(sheet, candidate.start, unit["unit"]) or unit["unit"]) + form.removeprefix(unit["unit"])
    if form in department_classes():
        return _bare_department(sheet, candidate, form, lead)
    if _pattern("institutions").fullmatch(form):
        return _bare_institution(sheet, candidate, form)
    if form in listed("anaphora", "society_parts"):
        return _part_of_society(sheet, candidate, form)
    if form in listed("anaphora", "of_cities") and country_of_page(sheet):
        return level_abroad(sheet, candidate.start, CITY) + form
    if (work := table("anaphora")["of_the_last"].get(form)) is not None:
        return of_the_last(sheet, candidate.start, work["of"], work["called"]) or form
    if form in common_nouns() or form in listed("anaphora", "delegations"):
        found = last_named(sheet, candidate.start, form)
        return found.name if found else None
    if form.startswith(listed("anaphora", "owners")):
        owner = next(noun for noun in longest_first(listed("anaphora", "owners")) if form.startswith(noun))
        found = last_named(sheet, candidate.start, owner)
        if found is not None:
            kept = form.startswith(listed("anaphora", "kept_words")) and found.name.endswith(owner)
            return found.name + (form if kept else form.removeprefix(owner))
        return None if form.removeprefix(owner) in listed("titles", "owned_by_body") else form
    return _printed_whole(sheet, candidate, form)


def _printed_whole(sheet: Sheet, candidate: Candidate, form: str) -> str:
    """The form, or with the division of its article where the article has printed it so: 苗学会 after 某县苗学会."""
    part = sheet.part_at(candidate.start)
    region = part.article.region or sheet.page.region
    whole = compose(region.name, form) if region is not None else form
    return whole if sheet.text.find(whole, part.start, candidate.start) >= 0 else form


def _part_of_society(sheet: Sheet, candidate: Candidate, form: str) -> str | None:
    """青年会 of 某某同乡会与青年会: of the society right before, else the part named before."""
    at = candidate.start - 1
    whole = next((f for f in reversed(sheet.found) if f.end == at and f.kind == "Organization"), None)
    if whole is not None and sheet.text[at] in "与和及暨" and whole.name.endswith(listed("anaphora", "societies")):
        return whole.name + form
    found = last_named(sheet, candidate.start, form)
    return found.name if found else form


def _of_zone(sheet: Sheet, candidate: Candidate, form: str, lead: str | None) -> str | None:
    """管委会, 党工委: of the zone of the post before, or of the last one that the article names."""
    if lead is not None and zone_of(lead + form):
        return lead + form
    part = sheet.part_at(candidate.start)
    before = (found for found in reversed(sheet.found) if part.start <= found.start < candidate.start)
    zone = next(filter(None, (zone_of(found.name + form) for found in before)), "") or _doubtful_zone(sheet, candidate)
    return zone + form if zone else None


def _doubtful_zone(sheet: Sheet, candidate: Candidate) -> str:
    """The last zone that the article has named and that was too doubtful by itself: 某镇的稀土工业园区; or ''."""
    part = sheet.part_at(candidate.start)
    zones = [c for c, winner in sheet.lost if winner is None and c.rule == ZONE and c.weight > DOUBTFUL]
    before = [c for c in zones if part.start <= c.start and c.end <= candidate.start]
    last = max(before, key=lambda c: (c.end, -c.start), default=None)
    return sheet.text[last.start : last.end] if last is not None else ""


def _bare_institution(sheet: Sheet, candidate: Candidate, form: str) -> str:
    """第二小学, 实验中学: of the county or city that the page writes about."""
    region = sheet.part_at(candidate.start).article.region or sheet.page.region
    if len(form) == len("三小") and (long := f"第{form}学") in sheet.text:
        form = long
    return compose(region.name, form) if region is not None and not region.name.endswith(("省", "自治区")) else form


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile(table("anaphora")[section]["pattern"])


def opens_with_level(sheet: Sheet, candidate: Candidate) -> bool:
    """True if the form's first word is a bare level and not the start of a longer word (市场, 区域, 乡村)."""
    if candidate.rule == "department-of-level":
        return True
    form = sheet.text[candidate.start : candidate.end]
    longer = opening(form, listed("anaphora", "not_levels"))
    word = form[: sheet.words.lengths.get(candidate.start, 0)]
    return not longer or len(word) < len(longer) or word[1:] in department_classes()


def _zone_name(sheet: Sheet, candidate: Candidate, form: str) -> str | None:
    if form not in listed("anaphora", "bare_zones"):
        return candidate.name or form
    part = sheet.part_at(candidate.start)
    named = [f for f in sheet.found if part.start <= f.start < candidate.start and f.name.endswith(form)]
    if named and named[-1].name != form:
        return named[-1].name
    region = part.article.region or sheet.page.region
    if region is None or not region.adcode:
        return form
    chain = gazetteer().lineage(region.adcode)
    city = next((d for d in chain if d.level == "prefecture"), chain[0])
    return city.short + form


def _of_prefecture(sheet: Sheet, candidate: Candidate, form: str, lead: str | None) -> str | None:
    """地委, 行署: of the prefecture of the post before, or of the one that the page or its county speaks for."""
    word = next(word for word in prefecture_bodies() if form.startswith(word))
    if lead and (lead.endswith(PREFECTURE) or lead[-1] not in LEVELS):
        division: str | None = lead
    else:
        division = division_at_level(sheet, candidate.start, PREFECTURE)
    return prefecture_body(sheet.text, division, word) + form.removeprefix(word) if division else None


def _bare_department(sheet: Sheet, candidate: Candidate, form: str, lead: str | None) -> str | None:
    if form in listed("anaphora", "of_cities", "states") and country_of_page(sheet):
        return form
    if form.startswith(prefecture_bodies()):
        return _of_prefecture(sheet, candidate, form, lead)
    if form in listed("anaphora", "party_departments"):
        form = "委" + form
    if form in listed("anaphora", "of_zones"):
        return _of_zone(sheet, candidate, form, lead)
    lead = lead or pointed_at(sheet, candidate.start) or division_before(sheet, candidate.start)
    lead = lead or (guest_of(sheet, candidate.start, form) if country_of_page(sheet) else "")
    if lead:
        return lead + _without_level(lead, form)
    for tail, level in _local_tails().items():
        if form.endswith(tail):
            division = nearest_local(sheet, candidate.start, level)
            return division + _without_level(division, form) if division else None
    region = sheet.part_at(candidate.start).article.region or sheet.page.region
    if region is not None and region.adcode in WITHOUT_COUNTIES:
        named = gazetteer().by_code(region.adcode).short + form
        return named if named in sheet.text else form
    return compose(region.name, form) if region else None


def compose(division: str, tail: str) -> str:
    """A body's name of a division and a tail: 某某县 and 委 are 某某县委, 某县 and 委 are 某县县委 (so 某区区议会)."""
    name = spoken(division)
    return name + (name[-1] if len(name) == 2 and tail.startswith(("委", "议会")) else "") + tail


def government_of(sheet: Sheet, division: str, position: int | None = None) -> str:
    """The government of a division as the page calls governments: 某县政府, 某盟行署, in other years 某县人民委员会.

    At a `position` whose article, or for districts whose page, tells of such offices, it is 某镇公所.
    """
    if position is not None and (office := _office_of_level(sheet, division, position)):
        return office
    for level, office in table("anaphora")["administrations"].items():
        if division.endswith(level):
            return f"{division}{office}"
    former = listed("anaphora", "former_governments")
    tail = next((word for word in former if word in sheet.text and "政府" not in sheet.text), "政府")
    return compose(division, tail)


def _office_of_level(sheet: Sheet, division: str, position: int) -> str:
    """某区公所, 某镇公所 where such offices are told of and no government of this division is."""
    part = sheet.part_at(position)
    for level, within in table("anaphora")["level_offices"].items():
        told = sheet.text if within == "page" else sheet.text[part.start : part.end]
        office = level + OFFICE
        if division.endswith(level) and office in told and f"{division}政府" not in sheet.text:
            return division + OFFICE
    abroad = next((word for word in listed("anaphora", "offices_abroad") if division[-1] + word in sheet.text), "")
    return division + abroad if abroad and not gazetteer().named(division) else ""


def spoken(division: str) -> str:
    """A division's name as bodies are called after it: 某某彝族自治州 → 某某州, 某某侗族自治县 → 某某县."""
    if "自治" not in division or division.endswith("自治区"):
        return division
    short = min((d.short for d in gazetteer().named(division)), default="", key=len)
    return short + division[-1] if short else division


def _without_level(division: str, form: str) -> str:
    """英才村 + 村委会 → 委会 is wrong, so a level that both print is printed once: 英才村村委会 → 英才村委会."""
    for level in (*WIDE_LEVELS, *LEVELS):
        if division.endswith(level) and form.startswith(level):
            return form[len(level) :]
    return form


@cache
def _local_tails() -> dict[str, str]:
    return {str(k): str(v) for k, v in table("anaphora")["local_bodies"].items()}
