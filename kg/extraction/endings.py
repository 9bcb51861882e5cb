"""The endings of names of bodies, places and projects, from the tables `organisations` and `places`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.extraction.weights import weight
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher


@dataclass(frozen=True, slots=True)
class Ending:
    """How a name of a body, place or project may end, and what it then is."""

    family: str
    kind: str
    finer: str

    @property
    def weight(self) -> float:
        """How far the ending alone speaks for a name."""
        return weight("ending", self.family)


@cache
def ending_matcher() -> Matcher[Ending]:
    """All endings of names of bodies."""
    found: dict[str, Ending] = {}
    for family, data in [*table("organisations").items(), *table("places").items()]:
        if family in table("weights")["ending"]:
            ending = Ending(family, data.get("kind", "Organization"), data.get("class", ""))
            for word in data["words"]:
                found.setdefault(word, ending)
    return Matcher(found)


def is_family_hall(name: str) -> bool:
    """True for the name of a family's hall, which is a society: 某氏某某堂."""
    hall = table("titles")["family_halls"]
    return name.endswith(hall["ending"]) and not name.endswith(tuple(hall["never"]))


@cache
def common_nouns() -> frozenset[str]:
    """Words with such an ending that name nothing by themselves: 合作社, 广场."""
    return frozenset((*listed("organisations", "common"), *listed("places", "generic")))


@cache
def generic_stems() -> frozenset[str]:
    """Words that make no name of the ending after them: 该, 星级."""
    return frozenset(listed("organisations", "generic"))
