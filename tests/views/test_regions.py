"""To which division a thing belongs, by what tells it: its place, its superiors, its name, its posts, its events."""

from __future__ import annotations

import pytest

from kg.model import Knowledge
from kg.views.networks import records
from kg.views.regions import regions
from tests.factory import entity, event, fact, holding, knowledge, page, source
from tests.stores import store

WHERE = page("云岭县甲镇众人座谈。")
SAID = source(WHERE, "座谈")
COUNTY, TOWN, CITY, LONE = "division/云岭县", "division/甲镇", "division/青澜市", "division/孤镇"


def told() -> Knowledge:
    """A county with a town, a city, and things that belong there in each way."""
    people = ("person/任职", "person/原任", "person/与会", "person/无处")
    things = (
        "body/云岭县委",
        "body/青澜日报",
        "body/镇办公室",
        "body/某公司",
        "body/总公司",
        "agreement/协议",
        "project/工程",
    )
    return knowledge(
        WHERE,
        entity(COUNTY, level="county"),
        entity(TOWN, level="township"),
        entity(CITY, level="prefecture"),
        entity(LONE, level="township"),
        *(entity(key) for key in (*people, *things)),
        holding("person/任职", "书记", "body/云岭县委", "云岭县委书记"),
        holding("person/任职", "社长", "body/青澜日报", "青澜日报社长", status="former"),
        holding("person/原任", "社长", "body/青澜日报", "青澜日报社长", status="former"),
        event("event/座谈"),
        fact("person/任职", "holds", "post/云岭县委书记", SAID),
        fact("person/任职", "holds", "post/青澜日报社长", SAID),
        fact("person/原任", "holds", "post/青澜日报社长", SAID),
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
    ],
)
def test_region(key: str, region: str | None) -> None:
    graph = store(told())
    base = "https://w3id.org/regional-governance/id/"
    found, events = regions(graph, records(graph))
    assert found.get(base + key) == (region and base + region)
    assert events == {base + "event/座谈": base + COUNTY}
