"""Each promise of the graph contract as a question that the sample's graph must answer, in two engines."""

from __future__ import annotations

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions, RdfFormat, Store
from rdflib import Graph

from kg.graph import BASE, to_graph, to_turtle
from kg.graph.terms import prefixes
from tests.sample import TEXT, sample

# What the graph must say, by what the contract calls it; ?x stands for anything.
PROMISES = {
    "a person, with all parents": 'person:宋明哲 a gov:Person, foaf:Person, schema:Person ; skos:prefLabel "宋明哲"@zh',
    "a finer class, with all parents": """body:岚川科技有限公司 a gov:Company, gov:Organization,
        org:Organization, schema:Organization""",
    "a finer class given alone": "body:云岭县教育局 a gov:PublicBody, gov:Organization, schema:GovernmentOrganization",
    "other names": 'body:岚川科技有限公司 skos:prefLabel "岚川科技有限公司"@zh ; skos:altLabel "岚川科技"@zh',
    "mentions in every article": """place:松涛产业园
        gov:mentionedIn article:云岭日报-2023-05-12-a1, article:云岭日报-2023-05-12-a2""",
    "a division's level and code": """division:云岭县 a gov:Division, schema:AdministrativeArea ;
        gov:level "county" ; gov:adcode "990123" """,
    "the other kinds": """place:松涛产业园 a gov:Place . agreement:数字校园合作协议 a gov:Agreement .
        programme:千校数字行动 a gov:Programme . project:云岭二期工程 a gov:Project . honour:数字示范校 a gov:Honour .
        document:数字校园白皮书 a gov:Document""",
    "a post": """person:宋明哲 org:holds ?post . ?post a org:Post ; org:postIn body:云岭县委 ; org:role ?role ;
        skos:prefLabel "云岭县委书记"@zh . ?role a org:Role ; skos:prefLabel "书记"@zh""",
    "an occupancy": """?x a gov:Occupancy, org:Membership ; org:member person:何书远 ; gov:post post:云岭县教育局局长 ;
        org:organization body:云岭县教育局 ; org:role role:局长 ; gov:status "current" ;
        gov:attestedFrom "2023-05-11"^^xsd:date ; gov:attestedUntil "2023-06"^^xsd:gYearMonth""",
    "a former post": '?x org:member person:顾念晴 ; gov:post post:云岭县政府副县长 ; gov:status "former"',
    "a post without a body": "person:温如玉 org:holds post:记者 . FILTER NOT EXISTS { post:记者 org:postIn ?body }",
    "an event": """?e a gov:Event, gov:Visit, schema:Event, sem:Event ; skos:prefLabel "走访岚川科技"@zh ;
        gov:date "2023-05-11"^^xsd:date ; gov:reportedIn article:云岭日报-2023-05-12-a1 ; gov:place place:松涛产业园 ;
        gov:visited body:岚川科技有限公司 ; gov:about programme:千校数字行动 ;
        gov:produced agreement:数字校园合作协议""",
    "a planned event of a month": """?e a gov:Ceremony ; gov:planned true ; gov:status "planned" ;
        gov:date "2023-06"^^xsd:gYearMonth""",
    "roles": """?e gov:leader person:宋明哲 ; gov:speaker person:宋明哲 ; gov:chair person:何书远 ;
        gov:attendee person:柳青禾 ; gov:interviewee person:柳青禾 ; gov:observer person:顾念晴 ;
        gov:host body:岚川科技有限公司 ; gov:signatory body:云岭县教育局 ; gov:recipient body:云岭县实验学校 .
        ?f gov:organizer body:云岭县教育局""",
    "every role's participant": """?e gov:participant person:宋明哲, person:何书远, person:柳青禾, person:顾念晴,
        body:岚川科技有限公司, body:云岭县教育局, body:云岭县实验学校""",
    "who met whom, both ways": "person:宋明哲 gov:met person:柳青禾 . person:柳青禾 gov:met person:宋明哲",
    "relations": """body:岚川科技有限公司 gov:partyTo agreement:数字校园合作协议 ; gov:locatedIn division:云岭县 ;
        gov:investsIn project:云岭二期工程 ; gov:cooperatesWith body:云岭县教育局 .
        body:云岭县教育局 gov:cooperatesWith body:岚川科技有限公司 ; gov:implements programme:千校数字行动 .
        body:云岭县实验学校 gov:subOrganizationOf body:云岭县教育局 ; gov:awarded honour:数字示范校 .
        division:云岭县 gov:partOf division:青澜市""",
    "an article": """article:云岭日报-2023-05-12-a1 a gov:Article, schema:NewsArticle ;
        schema:headline "云岭县走访岚川科技"@zh ;
        schema:datePublished "2023-05-12"^^xsd:date ; schema:author person:温如玉 ;
        schema:isPartOf page:云岭日报-2023-05-12""",
    "a page": """page:云岭日报-2023-05-12 a gov:Page ; gov:file "云岭日报-2023-05-12.txt" ; gov:encoding "utf-8" ;
        gov:publication "云岭日报" ; gov:sha256 ?hash . FILTER (STRLEN(?hash) = 64)""",
    "a claim": """?c a gov:Claim, rdf:Statement ; rdf:subject ?e ; rdf:predicate gov:chair ; rdf:object person:何书远 ;
        gov:confidence 0.90 ; gov:rule "test" ; prov:wasDerivedFrom ?s""",
    "a claim about a date": '?c rdf:predicate gov:date ; rdf:object "2023-05-11"^^xsd:date',
    "a claim about a post": "?c rdf:subject person:宋明哲 ; rdf:predicate org:holds ; rdf:object post:云岭县委书记",
    "a claim about an author": "?c rdf:predicate schema:author ; rdf:object person:温如玉",
    "claims of both ways": """?c rdf:subject person:宋明哲 ; rdf:predicate gov:met ; rdf:object person:柳青禾 .
        ?d rdf:subject person:柳青禾 ; rdf:predicate gov:met ; rdf:object person:宋明哲""",
    "a source": """?c rdf:predicate gov:chair ; prov:wasDerivedFrom ?s .
        ?s a oa:SpecificResource ; oa:hasSource page:云岭日报-2023-05-12 ; oa:hasScope article:云岭日报-2023-05-12-a1 ;
        oa:hasSelector ?p, ?q . ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
        ?q a oa:TextQuoteSelector ; oa:exact "何书远主持" ; oa:prefix ?before ; oa:suffix ?after .
        FILTER (?end - ?start = 5 && STRENDS(?before, "教育局局长") && STRSTARTS(?after, "，原副县长"))""",
    "a doubtful pair": """division:云岭县 gov:possiblySame place:松涛产业园 .
        place:松涛产业园 gov:possiblySame division:云岭县 .
        ?c a gov:Identity, gov:Claim ; rdf:predicate gov:possiblySame ; gov:reason "test" ; gov:rule "identity" """,
    "a decision": """person:宋明哲 prov:wasInfluencedBy ?d . ?d a gov:Decision, prov:Entity ; gov:action "same" ;
        gov:concerns person:宋明哲 ; gov:ruling "same: 宋明哲, 宋明晢" ; gov:reason "看过两版" ;
        dcterms:created "2024-01-02"^^xsd:date ; prov:wasAttributedTo editor:温如玉 .
        editor:温如玉 a prov:Agent ; foaf:name "温如玉" """,
}


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.load(to_turtle(sample()), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=to_turtle(sample()), format="turtle")


@pytest.mark.parametrize("promise", PROMISES)
def test_promise_in_pyoxigraph(promise: str, store: Store) -> None:
    answer = store.query(f"ASK {{ {PROMISES[promise]} }}", prefixes=prefixes(BASE))
    assert isinstance(answer, QueryBoolean)
    assert bool(answer)


@pytest.mark.parametrize("promise", PROMISES)
def test_promise_in_rdflib(promise: str, graph: Graph) -> None:
    assert graph.query(f"ASK {{ {PROMISES[promise]} }}", initNs=prefixes(BASE)).askAnswer


def test_every_quote_is_what_the_page_prints(store: Store) -> None:
    rows = store.query(
        "SELECT ?start ?end ?text { ?s oa:hasSelector ?p, ?q . ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?text }",
        prefixes=prefixes(BASE),
    )
    assert isinstance(rows, QuerySolutions)
    quotes = [(TEXT[int(row["start"].value) : int(row["end"].value)], row["text"].value) for row in rows]
    assert quotes
    assert all(printed == quoted for printed, quoted in quotes)


def test_the_rdflib_graph_is_the_turtle_file(graph: Graph) -> None:
    assert set(to_graph(sample())) == set(graph)
