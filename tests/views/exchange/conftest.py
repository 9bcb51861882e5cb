"""The invented sample as a file, and a small graph with what other programs could stumble over."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph import to_turtle
from tests.sample import sample

HOSTILE = r"""
@prefix gov: <https://w3id.org/regional-governance#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix person: <https://example.org/data#person/> .
@prefix event: <https://example.org/data#event/> .
@prefix article: <https://example.org/data#article/> .
person:a a gov:Person ; skos:prefLabel "=HYPERLINK(\"http://x\",\"点\")"@zh ; skos:altLabel "＝1+1"@zh , "+86"@zh .
person:b a gov:Person ; skos:prefLabel "乙\u0007\u000B<&>\"'"@zh .
person:c a gov:Person ; skos:prefLabel " @SUM(A1)"@zh .
event:e a gov:Event , gov:Meeting ; skos:prefLabel "会\r\n议"@zh ; gov:date "2024-02-29"^^xsd:date ;
  gov:endDate "2024-03"^^xsd:gYearMonth ; gov:reportedIn article:x ; gov:participant person:a , person:b .
event:f a gov:Event ; skos:prefLabel "年会"@zh ; gov:date "2023"^^xsd:gYear ; gov:participant person:a .
article:x a gov:Article ;
  schema:headline "-1；分号;逗号,反斜\\杠\n换行\r\nATTENDEE:mailto:x@example.org，一个很长很长很长很长的标题"@zh .
"""


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's graph as `kg build` writes it."""
    file = tmp_path_factory.mktemp("exchange") / "graph.ttl"
    file.write_bytes(to_turtle(sample()))
    return file


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Formulas, control characters, markup, line breaks, half-known dates, and another base."""
    file = tmp_path_factory.mktemp("exchange") / "hostile.ttl"
    file.write_text(HOSTILE, "utf-8")
    return file
