"""A made-up graph of any size, shaped as those of `kg build`: every shipped query has something to find in it.

The same size and seed give the same triples. The statements have no text behind them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.terms import BASE, VOCABULARIES

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "志明华建国文军平立新玉林春生海东南书远青禾知晴哲瑞宁安思成永康子墨"
_COUNTY = "云岭青澜松涛岚川碧溪石桥平湖清江东阳西塘"
_TITLES = ("书记", "县长", "副县长", "局长", "副局长", "主任", "副主任", "镇长", "董事长", "校长")
_BODIES = ("教育局", "财政局", "农业农村局", "县委", "县政府", "县人大常委会", "卫生健康局", "水利局")
_ROLES = ("chair", "leader", "speaker", "attendee", "observer", "host", "interviewee")
_EVENTS = (("Meeting", "会议"), ("Visit", "走访"), ("Signing", "签约"), ("Activity", "活动"))
_PEOPLE, _OFFICIALS, _COMPANIES = 24, 16, 5


def region(triples: int, seed: int = 0) -> Iterator[Triple]:
    """At least so many triples, county after county; a county has some 24 people, who meet at a dozen events."""
    draw = random.Random(seed)
    made, number, before = 0, 0, _County("province/起点")
    while made < triples:
        county = _County(f"{draw.choice(_COUNTY)}{draw.choice(_COUNTY)}{number}县")
        for triple in county.tell(draw, before):
            made += 1
            yield triple
        number, before = number + 1, county


@dataclass(slots=True)
class _County:
    """One county: its people, and where they may have been before."""

    name: str
    people: list[str] = field(default_factory=list)
    claims: int = 0

    def tell(self, draw: random.Random, before: _County) -> Iterator[Triple]:
        yield from self._typed(f"division/{self.name}", "Division", self.name)
        yield from _one(f"division/{self.name}", "gov:partOf", _iri("division/岚川省"))
        yield from self._typed("division/岚川省", "Division", "岚川省")
        bodies = [f"body/{self.name}{body}" for body in _BODIES]
        companies = [f"body/{self.name}岚川{i}科技有限公司" for i in range(_COMPANIES)]
        for body in (*bodies, *companies):
            yield from self._typed(body, "Organization", body.partition("/")[2])
        for company in companies:
            yield from _one(company, "rdf:type", _term("gov:Company"))
            yield from _one(company, "gov:locatedIn", _iri(f"division/{self.name}"))
        for i in range(_PEOPLE):
            name = draw.choice(_SURNAMES) + draw.choice(_GIVEN) + draw.choice(_GIVEN)
            self.people.append(f"person/{name}-{self.name}-{i}")
            yield from self._typed(self.people[-1], "Person", name)
        for person in self.people[:_OFFICIALS]:
            yield from self._post(draw, person, draw.choice(bodies))
        if before.people:
            yield from self._post(draw, before.people[0], draw.choice(bodies), year=2024)
        programme = f"programme/{self.name[:2]}振兴行动"
        yield from self._typed(programme, "Programme", programme.partition("/")[2])
        for body in bodies[:3]:
            yield from self._claimed(body, "gov:implements", programme, 0)
        guests = [*self.people, *before.people[:2]]
        for number in range(12):
            yield from self._event(draw, number, guests, bodies, companies)

    def _post(self, draw: random.Random, person: str, body: str, year: int = 2022) -> Iterator[Triple]:
        title = draw.choice(_TITLES)
        post = f"post/{body.partition('/')[2]}-{title}"
        yield from _one(post, "rdf:type", _term("org:Post"))
        yield from _one(post, "skos:prefLabel", Literal(f"{body.partition('/')[2]}{title}", language="zh"))
        yield from _one(post, "org:postIn", _iri(body))
        yield from self._claimed(person, "org:holds", post, 0)
        occupancy = f"occupancy/{person.partition('/')[2]}-{post.partition('/')[2]}"
        yield from _one(occupancy, "rdf:type", _term("gov:Occupancy"))
        yield from _one(occupancy, "org:member", _iri(person))
        yield from _one(occupancy, "org:organization", _iri(body))
        yield from _one(occupancy, "gov:post", _iri(post))
        yield from _one(occupancy, "gov:status", Literal("current"))
        yield from _one(occupancy, "gov:attestedFrom", _day(f"{year}-{draw.randint(1, 12):02}-03"))
        yield from _one(occupancy, "gov:attestedUntil", _day(f"{year}-12-{draw.randint(10, 28)}"))
        if draw.random() < 0.1:
            yield from _one(occupancy, "gov:began", _day(f"{year}-{draw.randint(1, 12):02}-01"))

    def _event(
        self, draw: random.Random, number: int, guests: list[str], bodies: list[str], companies: list[str]
    ) -> Iterator[Triple]:
        kind, word = draw.choice(_EVENTS)
        event, page = f"event/{self.name}-a{number}-1", f"page/{self.name}"
        article = f"article/{self.name}-a{number}"
        yield from self._typed(event, "Event", f"{word}：{self.name}第{number}次{word}")
        yield from _one(event, "rdf:type", _term(f"gov:{kind}"))
        yield from _one(event, "gov:date", _day(f"{draw.randint(2020, 2024)}-{draw.randint(1, 12):02}-11"))
        yield from _one(event, "gov:reportedIn", _iri(article))
        yield from _one(event, "gov:place", _iri(f"division/{self.name}"))
        yield from _one(page, "rdf:type", _term("gov:Page"))
        yield from _one(page, "gov:file", Literal(f"{self.name}.txt"))
        yield from _one(article, "schema:isPartOf", _iri(page))
        yield from self._claimed(event, "gov:visited", draw.choice(companies), number)
        present = draw.sample(guests, 5)
        for person in present:
            yield from _one(event, "gov:participant", _iri(person))
            yield from self._claimed(event, f"gov:{draw.choice(_ROLES)}", person, number)
            for other in present:
                if person != other:
                    yield from self._claimed(person, "gov:met", other, number)
        if kind == "Signing":
            agreement = f"agreement/{self.name}合作协议{number}"
            yield from self._typed(agreement, "Agreement", agreement.partition("/")[2])
            yield from _one(event, "gov:produced", _iri(agreement))
            for party in draw.sample(bodies, 2):
                yield from self._claimed(party, "gov:partyTo", agreement, number)

    def _typed(self, key: str, kind: str, label: str) -> Iterator[Triple]:
        yield from _one(key, "rdf:type", _term(f"gov:{kind}"))
        yield from _one(key, "skos:prefLabel", Literal(label, language="zh"))

    def _claimed(self, subject: str, predicate: str, object: str, article: int) -> Iterator[Triple]:
        """A statement, its claim, and the one place that it was read from."""
        self.claims += 1
        claim, source = f"claim/{self.name}-{self.claims}", f"source/{self.name}-{self.claims}"
        yield from _one(subject, predicate, _iri(object))
        yield from _one(claim, "rdf:type", _term("gov:Claim"))
        yield from _one(claim, "rdf:subject", _iri(subject))
        yield from _one(claim, "rdf:predicate", _term(predicate))
        yield from _one(claim, "rdf:object", _iri(object))
        sure = Literal(f"0.{40 + self.claims % 600 // 10}", datatype=_term("xsd:decimal"))
        yield from _one(claim, "gov:confidence", sure)
        yield from _one(claim, "gov:rule", Literal("made-up"))
        yield from _one(claim, "prov:wasDerivedFrom", _iri(source))
        yield from _one(source, "oa:hasSource", _iri(f"page/{self.name}"))
        yield from _one(source, "oa:hasScope", _iri(f"article/{self.name}-a{article}"))
        yield from _one(source, "oa:hasSelector", _iri(f"{source}.position"))
        yield from _one(source, "oa:hasSelector", _iri(f"{source}.quote"))
        yield from _one(f"{source}.position", "oa:start", Literal(self.claims * 10))
        yield from _one(f"{source}.position", "oa:end", Literal(self.claims * 10 + 8))
        yield from _one(f"{source}.quote", "oa:exact", Literal(f"第{self.claims}处原文"))


def _one(subject: str, predicate: str, object: NamedNode | Literal) -> Iterator[Triple]:
    yield Triple(_iri(subject), _term(predicate), object)


def _iri(key: str) -> NamedNode:
    return NamedNode(BASE + key)


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(VOCABULARIES[prefix] + local)


def _day(text: str) -> Literal:
    return Literal(text, datatype=_term("xsd:date"))
