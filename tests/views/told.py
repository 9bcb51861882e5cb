"""What a payload says, asked in another way than the page asks it: networkx answers for its paths and neighbours."""

from __future__ import annotations

from collections import Counter

import networkx as nx

from kg.views.columns import Payload


class Told:
    """Questions to the columns of a graph; things are named by their labels."""

    def __init__(self, columns: Payload) -> None:
        self.columns = columns
        self.labels: list[str] = columns["things"]["label"]

    def kind(self, thing: int) -> str:
        return str(self.columns["kinds"][self.columns["things"]["kind"][thing]])

    def network(self, view: str = "people") -> nx.Graph:
        """A view's pairs, each with its number of ties."""
        made = nx.Graph()
        columns = self.columns["views"][view]
        made.add_nodes_from(self.labels[thing] for thing in columns["nodes"])
        for a, b, ties in zip(columns["a"], columns["b"], columns["ties"], strict=True):
            made.add_edge(self.labels[a], self.labels[b], ties=ties)
        return made

    def best(self, view: str = "people") -> list[str]:
        """Labels by the number of their ties, the most first, then in order."""
        ties = self.network(view).degree(weight="ties")
        place = {label: at for at, label in reversed(list(enumerate(self.labels)))}
        return [label for label, _ in sorted(ties, key=lambda row: (-row[1], place[row[0]]))]

    def often(self) -> tuple[str, str, int]:
        """The two persons who met most often, and how often."""
        a, b, ties = max(self.network().edges(data="ties"), key=lambda row: row[2])
        return str(a), str(b), int(ties)

    def longest(self) -> list[str]:
        """The people on a longest of the shortest ways between two."""
        people = self.network()
        ways = (way for _, each in nx.all_pairs_shortest_path(people) for way in each.values())
        return max(ways, key=lambda way: (len(way), way))

    def around(self, label: str, depth: int, view: str = "people") -> set[str]:
        return set(nx.ego_graph(self.network(view), label, depth))

    def counts(self) -> Counter[str]:
        """Things by kind."""
        return Counter(self.kind(thing) for thing in range(len(self.labels)))
