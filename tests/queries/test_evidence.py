"""The claims of a whole graph, read property by property, are those that the queries give thing by thing."""

from __future__ import annotations

from kg.queries.evidence import evidences, scopes
from kg.queries.names import names
from tests.factory import PAGE
from tests.sample import sample
from tests.stores import store


def test_all_claims_are_those_of_all_subjects() -> None:
    graph = store(sample())
    whole = evidences(graph)
    assert len(whole) > len(sample().facts)
    subjects = {subject for subject, _, _ in whole}
    assert set(names(graph).things) & subjects
    one_by_one = {}
    for subject in subjects:
        one_by_one |= evidences(graph, subject=subject)
    assert one_by_one == whole


def test_every_quoted_place_is_in_the_article_that_it_was_read_in() -> None:
    graph = store(sample())
    wanted = {
        (source.span.page, source.span.start, source.span.end): source.article
        for fact in sample().facts
        for source in fact.sources
    }
    found = scopes(graph)
    for place, article in wanted.items():
        assert found[place].endswith("-" + article.removeprefix(f"{PAGE}#"))
