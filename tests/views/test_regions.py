"""To which division a thing belongs, by what tells it: its place, its superiors, its name, its posts, its events."""

from __future__ import annotations

import pytest

from kg.model import Knowledge
from kg.queries.mentions import mentions
from kg.views.networks import records
from kg.views.regions import regions
from tests.factory import article, entity, event, fact, holding, knowledge, page, source
from tests.stores import store

TEXT = "云岭县甲镇众人座谈。"
FILE = "云岭日报-2023-05-12.txt"
WHERE = page(TEXT, article(TEXT), article(TEXT, id="a2"), id=FILE)
LOCAL, MIXED = f"{FILE}#a1", f"{FILE}#a2"
SAID = source(WHERE, "座谈")
COUNTY, TOWN, CITY, LONE = "division/云岭县", "division/甲镇", "division/青澜市", "division/孤镇"
# What the article on the county names, and that on the county and a town apart from it.
NAMED = {
    "body/云岭县委": (LOCAL, MIXED),
    "division/青澜市": (LOCAL,),
    "division/孤镇": (MIXED,),
    "body/合作社": (LOCAL,),
    "body/两地合作社": (LOCAL, MIXED),
    "body/中国某学会": (LOCAL,),
    "body/北京某中心": (LOCAL,),
    "person/社长": (LOCAL,),
    "person/被提到": (LOCAL,),
    "programme/行动": (LOCAL,),
}


def told() -> Knowledge:
    """A county with a town, a city, and things that belong there in each way."""
    people = ("person/任职", "person/原任", "person/与会", "person/无处", "person/社长", "person/被提到", "person/记者")
    things = (
        "body/云岭县委",
        "body/青澜日报",
        "body/镇办公室",
        "body/某公司",
        "body/总公司",
        "body/工会联合会",
        "body/青澜市云岭县商会",
        "body/关于云岭县的研究会",
        "body/关于云岭县与孤镇的研究会",
        "body/合作社",
        "body/两地合作社",
        "body/中国某学会",
        "body/北京某中心",
        "programme/行动",
        "agreement/协议",
        "project/工程",
    )
    return knowledge(
        WHERE,
        entity(COUNTY, level="county", articles=NAMED.get(COUNTY, ())),
        entity(TOWN, level="township", articles=()),
        entity(CITY, level="prefecture", articles=NAMED.get(CITY, ())),
        entity(LONE, level="township", articles=NAMED.get(LONE, ())),
        *(entity(key, articles=NAMED.get(key, ())) for key in (*people, *things)),
        holding("person/任职", "书记", "body/云岭县委", "云岭县委书记"),
        holding("person/任职", "社长", "body/青澜日报", "青澜日报社长", status="former"),
        holding("person/原任", "社长", "body/青澜日报", "青澜日报社长", status="former"),
        holding("person/社长", "社长", "body/合作社", "合作社社长"),
        event("event/座谈", articles=(LOCAL,)),
        fact("person/任职", "holds", "post/云岭县委书记", SAID),
        fact("person/任职", "holds", "post/青澜日报社长", SAID),
        fact("person/原任", "holds", "post/青澜日报社长", SAID),
        fact("person/社长", "holds", "post/合作社社长", SAID),
        fact("body/工会联合会", "subOrganizationOf", "body/青澜市云岭县商会", SAID),
        fact(LOCAL, "author", "person/记者", SAID),
        fact(TOWN, "partOf", COUNTY, SAID),
        fact(COUNTY, "partOf", CITY, SAID),
        fact("body/某公司", "locatedIn", TOWN, SAID),
        fact("body/镇办公室", "subOrganizationOf", "body/某公司", SAID),
        fact("body/某公司", "partyTo", "agreement/协议", SAID),
        fact("event/座谈", "attendee", "person/任职", SAID),
        fact("event/座谈", "attendee", "person/与会", SAID),
        fact("event/座谈", "about", "project/工程", SAID),
    )


@pytest.mark.parametrize(
    ("key", "region"),
    [
        (COUNTY, COUNTY),
        (TOWN, COUNTY),
        (CITY, CITY),
        (LONE, LONE),
        ("body/云岭县委", COUNTY),
        ("body/青澜日报", CITY),
        ("body/某公司", COUNTY),
        ("body/镇办公室", COUNTY),
        ("body/总公司", None),
        ("agreement/协议", COUNTY),
        ("person/任职", COUNTY),
        ("person/原任", CITY),
        ("person/与会", COUNTY),
        ("person/无处", None),
        ("project/工程", COUNTY),
        ("body/青澜市云岭县商会", COUNTY),
        ("body/工会联合会", COUNTY),
        ("body/关于云岭县的研究会", COUNTY),
        ("body/关于云岭县与孤镇的研究会", None),
        ("body/合作社", COUNTY),
        ("person/社长", COUNTY),
        ("person/记者", COUNTY),
        ("body/两地合作社", None),
        ("body/中国某学会", None),
        ("body/北京某中心", None),
        ("person/被提到", None),
        ("programme/行动", None),
    ],
)
def test_region(key: str, region: str | None) -> None:
    graph = store(told())
    base = "https://w3id.org/regional-governance/id/"
    told_of = records(graph)
    found, events = regions(graph, told_of, mentions(graph, told_of.background))
    assert found.get(base + key) == (region and base + region)
    assert events == {base + "event/座谈": base + COUNTY}
