"""Finding a thing by its name: exact before contained, all candidates, no matter how it is typed."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.queries import find

FOUND = [
    pytest.param("宋明哲", ["宋明哲"], id="a person"),
    pytest.param("岚川科技", ["岚川科技有限公司"], id="another name of a body"),
    pytest.param("县教育局", ["云岭县教育局"], id="exact other name beats names that contain it"),
    pytest.param("青禾", ["柳青禾"], id="part of a name"),
    pytest.param("云岭县委", ["云岭县委"], id="exact name beats longer ones"),
    pytest.param("数字校园", ["数字校园白皮书", "数字校园合作协议"], id="several candidates, shortest first"),
    pytest.param(" 宋 明哲", ["宋明哲"], id="blanks do not count"),
    pytest.param("无此人", [], id="nobody"),
    pytest.param("  ", [], id="nothing asked"),
    pytest.param('" } DELETE', [], id="not part of a query"),
]


@pytest.mark.parametrize(("name", "labels"), FOUND)
def test_find(graph: Store, name: str, labels: list[str]) -> None:
    assert [thing.label for thing in find(graph, name)] == labels


def test_find_by_address(graph: Store) -> None:
    (person,) = find(graph, "宋明哲")
    assert find(graph, person.iri) == (person,)
    assert person.kind == "Person"
