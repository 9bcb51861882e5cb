"""One small invented page and all that the steps should know of it: each kind of thing, fact, event and post once."""

from __future__ import annotations

from kg.model import Fact, Holding, Identity, Knowledge, Page
from tests.factory import PAGE, article, decision, entity, event, fact, holding, knowledge, page, source

TEXT = """云岭日报 2023年5月12日
云岭县走访岚川科技
本报讯（记者 温如玉）5月11日，青澜市云岭县委书记宋明哲率队走访位于云岭县松涛产业园的岚川科技有限公司，
并与董事长柳青禾座谈。
会议由县教育局局长何书远主持，原副县长顾念晴列席，县委书记宋明哲讲话，柳青禾接受采访并介绍云岭二期工程。
云岭县教育局与岚川科技签署《数字校园合作协议》，共推“千校数字行动”。县教育局下属的云岭县实验学校获评“数字示范校”，
获赠《数字校园白皮书》。岚川科技投资云岭二期工程，工程位于云岭县。
云岭县将办签约周年庆
本报讯 2023年6月，云岭县教育局将在松涛产业园举办庆典，何书远表示欢迎。
"""

FIRST, SECOND = "云岭县走访岚川科技", "云岭县将办签约周年庆"
PEOPLE = ("宋明哲", "柳青禾", "何书远", "顾念晴", "温如玉")
VISIT, PARTY = "event/2023-05-11-走访岚川科技", "event/2023-06-庆典"
DEAL, DRIVE, WORKS = "agreement/数字校园合作协议", "programme/千校数字行动", "project/云岭二期工程"
COMPANY, BUREAU, SCHOOL = "body/岚川科技有限公司", "body/云岭县教育局", "body/云岭县实验学校"
COMMITTEE, GOVERNMENT = "body/云岭县委", "body/云岭县政府"
COUNTY, CITY, PARK = "division/云岭县", "division/青澜市", "place/松涛产业园"
AWARD, PAPER = "honour/数字示范校", "document/数字校园白皮书"
SONG, LIU, HE, GU, WEN = (f"person/{name}" for name in PEOPLE)

FACTS = (
    (VISIT, "leader", SONG, "宋明哲率队"),
    (VISIT, "speaker", SONG, "宋明哲讲话"),
    (VISIT, "attendee", LIU, "与董事长柳青禾座谈"),
    (VISIT, "interviewee", LIU, "柳青禾接受采访"),
    (VISIT, "chair", HE, "何书远主持"),
    (VISIT, "observer", GU, "顾念晴列席"),
    (VISIT, "host", COMPANY, "走访位于云岭县松涛产业园的岚川科技有限公司"),
    (VISIT, "signatory", BUREAU, "云岭县教育局与岚川科技签署"),
    (VISIT, "signatory", COMPANY, "云岭县教育局与岚川科技签署"),
    (VISIT, "recipient", SCHOOL, "云岭县实验学校获评"),
    (VISIT, "place", PARK, "松涛产业园"),
    (VISIT, "visited", COMPANY, "走访位于云岭县松涛产业园的岚川科技有限公司"),
    (VISIT, "about", DRIVE, "共推“千校数字行动”"),
    (VISIT, "produced", DEAL, "签署《数字校园合作协议》"),
    (VISIT, "reportedIn", f"{PAGE}#a1", FIRST),
    (VISIT, "date", "2023-05-11", "5月11日"),
    (PARTY, "organizer", BUREAU, "云岭县教育局将在松涛产业园举办庆典"),
    (PARTY, "attendee", HE, "何书远表示欢迎"),
    (PARTY, "place", PARK, "在松涛产业园"),
    (PARTY, "reportedIn", f"{PAGE}#a2", SECOND),
    (PARTY, "date", "2023-06", "2023年6月"),
    (SONG, "holds", "post/云岭县委书记", "云岭县委书记宋明哲"),
    (LIU, "holds", "post/岚川科技有限公司董事长", "董事长柳青禾"),
    (HE, "holds", "post/云岭县教育局局长", "县教育局局长何书远"),
    (GU, "holds", "post/云岭县政府副县长", "原副县长顾念晴"),
    (WEN, "holds", "post/记者", "记者 温如玉"),
    (f"{PAGE}#a1", "author", WEN, "记者 温如玉"),
    (COMPANY, "partyTo", DEAL, "岚川科技签署《数字校园合作协议》"),
    (BUREAU, "partyTo", DEAL, "云岭县教育局与岚川科技签署《数字校园合作协议》"),
    (COUNTY, "partOf", CITY, "青澜市云岭县"),
    (SCHOOL, "subOrganizationOf", BUREAU, "县教育局下属的云岭县实验学校"),
    (COMPANY, "locatedIn", COUNTY, "位于云岭县"),
    (WORKS, "locatedIn", COUNTY, "工程位于云岭县"),
    (BUREAU, "implements", DRIVE, "共推“千校数字行动”"),
    (SCHOOL, "awarded", AWARD, "云岭县实验学校获评“数字示范校”"),
    (COMPANY, "investsIn", WORKS, "岚川科技投资云岭二期工程"),
    (COUNTY, "possiblySame", PARK, "云岭县松涛产业园"),
)
PAIRS = (
    (SONG, "met", LIU, "与董事长柳青禾座谈"),
    (SONG, "met", HE, "何书远主持"),
    (SONG, "met", GU, "顾念晴列席"),
    (LIU, "met", HE, "何书远主持"),
    (LIU, "met", GU, "顾念晴列席"),
    (HE, "met", GU, "何书远主持，原副县长顾念晴列席"),
    (BUREAU, "cooperatesWith", COMPANY, "共推“千校数字行动”"),
)
ENTITIES = (
    *(entity(f"person/{name}") for name in PEOPLE),
    entity(COMPANY, None, "岚川科技", classes=("Organization", "Company")),
    entity(BUREAU, None, "县教育局", classes=("PublicBody",), articles=(f"{PAGE}#a1", f"{PAGE}#a2")),
    entity(SCHOOL, classes=("School",)),
    entity(COMMITTEE, None, "云岭县委员会", classes=("PartyBody",)),
    entity(GOVERNMENT, classes=("PublicBody",), articles=()),
    entity(COUNTY, level="county", adcode="990123"),
    entity(CITY, level="prefecture"),
    entity(PARK, articles=(f"{PAGE}#a1", f"{PAGE}#a2")),
    entity(DEAL),
    entity(DRIVE),
    entity(WORKS),
    entity(AWARD),
    entity(PAPER),
)


def sample_page() -> Page:
    """The page with its two articles."""
    first, second = TEXT.index(FIRST), TEXT.index(SECOND)
    return page(
        TEXT,
        article(TEXT[first:second], at=first, headline=FIRST),
        article(TEXT[second:], at=second, id="a2", headline=SECOND),
    )


def sample() -> Knowledge:
    """What the page says, with the words that say it."""
    where = sample_page()
    said = [
        *FACTS,
        *PAIRS,
        *((o, p, s, quote) for s, p, o, quote in PAIRS),
        *((thing.key, "mentionedIn", a, thing.label) for thing in ENTITIES for a in thing.articles),
    ]
    events = (
        event(VISIT, "Visit", label="走访岚川科技", date="2023-05-11"),
        event(PARTY, "Ceremony", label="签约周年庆", date="2023-06", planned=True, articles=(f"{PAGE}#a2",)),
    )
    decisions = (decision("same: 宋明哲, 宋明晢", SONG), decision("reject-claim: 会议 attendee 温如玉"))
    full, short = source(where, "岚川科技有限公司"), source(where, "岚川科技签署")
    joined = Identity(COMPANY, ("岚川科技有限公司", "岚川科技"), 0.92, ("企业简称，同城仅此一家",), (full, short))
    return knowledge(where, *ENTITIES, *_holdings(), *events, *decisions, joined, *(_fact(where, *row) for row in said))


def _fact(where: Page, subject: str, predicate: str, object: str, quote: str) -> Fact:
    article = "a2" if subject == PARTY or object.endswith("#a2") else "a1"
    nth = where.text[: where.text.index(SECOND)].count(quote) if article == "a2" else 0
    return fact(subject, predicate, object, source(where, quote, article=article, nth=nth))


def _holdings() -> tuple[Holding, ...]:
    return (
        holding(SONG, "书记", COMMITTEE, "云岭县委书记", "2023-05-11"),
        holding(LIU, "董事长", COMPANY, "岚川科技有限公司董事长", "2023-05-11"),
        holding(HE, "局长", BUREAU, "云岭县教育局局长", "2023-05-11", "2023-06"),
        holding(GU, "副县长", GOVERNMENT, "云岭县政府副县长", "2023-05-11", status="former"),
        holding(WEN, "记者", None, "记者"),
    )
