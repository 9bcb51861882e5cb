"""An invented county: two who met three times, a doubtful meeting, a planned one, a chain of people."""

from __future__ import annotations

from kg.model import Fact, Holding, Knowledge, Page
from tests.factory import article, entity, event, fact, holding, knowledge, page, source

FILE = "云岭日报-2024-02-01.txt"
TEXT = """𠮷日新闻
县长甘一辰三会乙公司
1月5日，县长甘一辰与和二宝座谈。2月6日，甘一辰看望和二宝。3月，甘一辰与和二宝签署《云岭协议》。
另据了解，和二宝或与安三木同席。
安三木将会见裴四海
裴四海将于6月与安三木会面，共推“千村行动”。
"""
CHAIN = ("甘一辰", "和二宝", "安三木", "裴四海")
OFTEN = ("甘一辰", "和二宝")
DOUBTFUL = ("和二宝", "安三木")
PLANNED = ("安三木", "裴四海")
DEAL, DRIVE, COMPANY = "agreement/云岭协议", "programme/千村行动", "body/云岭公司"
EVENTS = (
    ("event/座谈", "Meeting", "2024-01-05", OFTEN, "甘一辰与和二宝座谈", 0.97),
    ("event/看望", "Visit", "2024-02-06", OFTEN, "甘一辰看望和二宝", 0.93),
    ("event/签约", "Signing", "2024-03", OFTEN, "甘一辰与和二宝签署《云岭协议》", 0.88),
    ("event/同席", "Activity", "2024-03-09", DOUBTFUL, "和二宝或与安三木同席", 0.31),
    ("event/会面", "Meeting", "2024-06", PLANNED, "裴四海将于6月与安三木会面", 0.9),
)


def county() -> tuple[Page, Knowledge]:
    """The page and what it says."""
    first, second = TEXT.index("县长甘一辰三会"), TEXT.index("安三木将会见")
    where = page(
        TEXT,
        article(TEXT[first:second], page=FILE, at=first, headline="县长甘一辰三会乙公司"),
        article(TEXT[second:], page=FILE, at=second, id="a2", headline="安三木将会见裴四海"),
        id=FILE,
        issued="2024-02-01",
    )
    both = (f"{FILE}#a1", f"{FILE}#a2")
    people = [entity(f"person/{name}", articles=both) for name in CHAIN]
    things = [entity(key, articles=both) for key in (DEAL, DRIVE, COMPANY, "division/云岭县", "division/青澜市")]
    facts: list[Fact] = []
    events = []
    for key, kind, date, guests, words, sure in EVENTS:
        told = "a2" if guests == PLANNED else "a1"
        said = source(where, words, article=told)
        events.append(
            event(key, kind, date=date, planned=guests == PLANNED, articles=(f"{FILE}#{told}",))  # type: ignore[arg-type]
        )
        a, b = (f"person/{name}" for name in guests)
        facts += [
            fact(key, role, who, said, confidence=sure, rules=("conversation",))
            for role, who in zip(("leader", "attendee"), (a, b), strict=True)
        ]
        facts += [fact(a, "met", b, said, confidence=sure), fact(b, "met", a, said, confidence=sure)]
    return where, knowledge(where, *people, *things, *events, *_merged(facts), *_rest(where))


def _merged(facts: list[Fact]) -> list[Fact]:
    """One fact a statement, with all its sources."""
    found: dict[tuple[str, str, str], Fact] = {}
    for each in facts:
        key = (each.subject, each.predicate, each.object)
        if before := found.get(key):
            sure = max(before.confidence, each.confidence)
            found[key] = fact(*key, *before.sources, *each.sources, confidence=sure)
        else:
            found[key] = each
    return list(found.values())


def _rest(where: Page) -> list[Fact | Holding]:
    said = source(where, "共推“千村行动”", article="a2")
    deal = source(where, "《云岭协议》")
    return [
        holding("person/甘一辰", "县长", COMPANY, "云岭县县长", "2024-01-05"),
        fact("person/甘一辰", "holds", "post/云岭县县长", source(where, "县长甘一辰")),
        fact("event/签约", "produced", DEAL, deal),
        fact("event/会面", "about", DRIVE, said),
        fact(COMPANY, "partyTo", DEAL, deal),
        fact(COMPANY, "implements", DRIVE, said),
        fact("division/云岭县", "partOf", "division/青澜市", source(where, "县长")),
    ]
