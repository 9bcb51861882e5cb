"""A graph in a notebook: tables as pandas frames, who met whom as a networkx graph, cards, the words behind a claim.

`Graph` only opens and shows: the rows are those of `kg.views.frames`, the answers those of `kg.queries`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, RdfFormat, Store

from kg.cards import Card, MarkedPage, Quoted, Said, summary
from kg.errors import KgError, QueryError, ReadingError
from kg.graph.terms import BASE, GOV, RDF, key_of, prefixes
from kg.queries import about, run
from kg.queries.names import names
from kg.queries.properties import property_pairs
from kg.views import met_graph
from kg.views.frames import Frames, tables
from kg.views.frames.things import KINDS

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from rdflib import Graph as RdfGraph

_TYPES = {
    "text": "string",
    "date": "string",
    "list": "object",
    "integer": "Int64",
    "number": "float64",
    "boolean": "boolean",
    "day": "datetime64[s]",
}
_NUMBERS = {"integer": "Int64", "decimal": "float64", "double": "float64", "float": "float64"}
_SHOWN = {**KINDS, "events": "Event", "articles": "Article", "pages": "Page", "claims": "Claim"}


@dataclass(frozen=True, slots=True, repr=False)
class Graph:
    """A graph that was built; `store` is the same as pyoxigraph has it.

    Frames have the columns that `columns` tells of, in that order. Every `id` is the end of an address, such as
    `person/余志坚`, and columns whose names end in `_id` or `_ids` lead to it.

    >>> graph = kg.load("output/graph.ttl")
    >>> people = graph.people()
    >>> people.loc[people["name"] == "余志坚", "id"].tolist()
    ['person/余志坚']
    """

    store: Store
    frames: Frames
    _said: dict[str, Said] = field(default_factory=dict, repr=False, compare=False)

    def people(self) -> pd.DataFrame:
        """The persons, one a row: names, region, posts, how many events and people met.

        >>> list(kg.load("output/graph.ttl").people().columns[:5])
        ['id', 'name', 'other_names', 'region_id', 'region']
        """
        return self.table("persons")

    def events(self) -> pd.DataFrame:
        """The events, one a row, by date: type, days, places, what was visited and what it was about.

        >>> events = kg.load("output/graph.ttl").events()
        >>> dated = events.dropna(subset=["from_day"])
        >>> bool((dated["from_day"] < dated["until_day"]).all())
        True
        """
        return self.table("events")

    def posts(self) -> pd.DataFrame:
        """Who is shown in which post, one person in one post a row; `table("posts")` has the posts themselves.

        >>> posts = kg.load("output/graph.ttl").posts()
        >>> "江海区人大常委会主任" in set(posts.loc[posts["person"] == "余志坚", "post"])
        True
        """
        return self.table("occupancies")

    def claims(self) -> pd.DataFrame:
        """Every statement of the pages, one a row, with its confidence and the first words that say it.

        >>> claims = kg.load("output/graph.ttl").claims()
        >>> bool(claims["confidence"].between(0, 1).all())
        True
        """
        return self.table("claims")

    def met(self) -> nx.Graph:
        """Who met whom. Nodes are the ids of persons, with `label` and `kind`.

        Edges have `weight`, how many events the two shared, and `meeting`, a record of each by date.

        >>> met = kg.load("output/graph.ttl").met()
        >>> met.nodes["person/余志坚"]["label"]
        '余志坚'
        """
        import networkx as nx

        return nx.relabel_nodes(met_graph(self.store), lambda iri: key_of(iri) or iri)

    def table(self, name: str) -> pd.DataFrame:
        """Any table as a frame, such as `bodies` or `meetings`; `columns` lists them. QueryError for an unknown one.

        Lists are tuples; `from_day` and `until_day` are days as pandas has them, other dates ISO text, because a page
        may give a month only. What the graph does not give is missing.

        >>> kg.load("output/graph.ttl").table("friends")
        Traceback (most recent call last):
        kg.errors.QueryError: there is no table 'friends': take one of persons, bodies, …
        """
        rows = self.frames.rows(name)
        return frame(
            {each.name: (_TYPES[each.type], [row[each.name] for row in rows]) for each in tables()[name].columns}
        )

    def columns(self, table: str | None = None) -> pd.DataFrame:
        """What the columns of one table, or of all, hold: table, column, type and what it says.

        >>> kg.load("output/graph.ttl").columns("events").set_index("column").loc["planned", "says"]
        'True where the pages only announce the event'
        """
        told = [each for name, each in tables().items() if table in (None, name)]
        if not told:
            raise QueryError(f"there is no table {table!r}: take one of {', '.join(tables())}")
        return frame(
            {
                "table": ("string", [each.name for each in told for _ in each.columns]),
                "column": ("string", [column.name for each in told for column in each.columns]),
                "type": ("string", [column.type for each in told for column in each.columns]),
                "says": ("string", [column.says for each in told for column in each.columns]),
            }
        )

    def sparql(self, query: str) -> pd.DataFrame:
        """The answer to a SPARQL query, its text or the path of an `.rq` file; the prefixes of the graph are known.

        A column of numbers is numeric, everything else text, and what is unbound is missing. ASK gives one column
        `answer`; CONSTRUCT and DESCRIBE give subject, predicate, object. QueryError for a query that cannot be
        answered, that writes, or that asks another server.

        >>> graph = kg.load("output/graph.ttl")
        >>> graph.sparql("SELECT ?role { person:余志坚 org:holds/org:role/skos:prefLabel ?role }")["role"].tolist()
        ['主任']
        """
        answer = run(self.store, query)
        columns = zip(*answer.rows, strict=True) if answer.rows else [()] * len(answer.columns)
        types = (_NUMBERS.get(each or "", "string") for each in answer.types or (None,) * len(answer.columns))
        return frame(
            {name: (type, list(cells)) for name, type, cells in zip(answer.columns, types, columns, strict=True)}
        )

    def about(self, name: str) -> Card:
        """All that the graph knows of everything called `name`, as a card; QueryError where nothing is.

        An id or an address finds the one thing that has it. `known` holds the same as records.

        >>> card = kg.load("output/graph.ttl").about("余志坚")
        >>> [known.thing.label for known in card.known]
        ['余志坚']
        """
        address = next((iri for iri in names(self.store).things if key_of(iri) == name), name)
        return Card(about(self.store, address))

    def quote(self, claim: Any) -> Quoted:
        """The words of the pages behind a claim, with the characters around them.

        `claim` is an id (`claim/…`), an address, several of them as in `claim_ids`, or a row of a frame that has
        either, or all of its rows. QueryError for a claim that there is not.

        >>> graph = kg.load("output/graph.ttl")
        >>> claims = graph.claims()
        >>> row = claims[claims["predicate"] == "partyTo"].iloc[0]
        >>> graph.quote(row["id"]).text == row["quote"]
        True
        """
        if not self._said:
            self._said.update((str(row["id"]), Said(row, [])) for row in self.frames.rows("claims"))
            for quote in self.frames.rows("quotes"):
                self._said[str(quote["claim_id"])].quotes.append(quote)
        ids = [key_of(each) or each for each in _ids(claim)]
        if missing := [each for each in ids if each not in self._said]:
            raise QueryError(f"there is no claim {missing[0]!r}: take an id of claims(), or a row of it")
        return Quoted(tuple(self._said[each] for each in ids))

    def pyvis(self, view: str = "people") -> str:
        """A view (people, bodies, agreements, programmes, divisions) as a page of pyvis that needs no other file.

        >>> kg.load("output/graph.ttl").pyvis("agreements").startswith("<!doctype html>")
        True
        """
        from kg.views.networks import VIEWS
        from kg.views.plain import pyvis_html

        if view not in VIEWS:
            raise QueryError(f"there is no view {view!r}: take one of {', '.join(VIEWS)}")
        return pyvis_html(self.store, view)

    def rdflib(self) -> RdfGraph:
        """The same triples as an rdflib graph of its own, which is slower and can be changed.

        >>> graph = kg.load("output/graph.ttl")
        >>> len(graph.rdflib()) == len(graph.store)
        True
        """
        from rdflib import Graph as RdfGraph

        made = RdfGraph()
        for prefix, iri in prefixes(BASE).items():
            made.bind(prefix, iri)
        triples = self.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        return made.parse(data=triples, format="nt")

    def __repr__(self) -> str:
        return f"Graph of {len(self.store):,} triples"

    def _repr_html_(self) -> str:
        counts = Counter(kind for _, kind in property_pairs(self.store, RDF + "type"))
        return summary([(tables()[name].says, name, counts[GOV + kind]) for name, kind in _SHOWN.items()])


def opened(store: Store) -> Graph:
    """The graph of a store."""
    return Graph(store, Frames(store))


def parsed(turtle: bytes) -> Graph:
    """The graph of a Turtle file's bytes, as `build` gives them."""
    store = Store()
    store.bulk_load(turtle, format=RdfFormat.TURTLE)
    return opened(store)


def explained(path: str | Path) -> MarkedPage:
    """One page as `kg.explain` gives it."""
    from kg.extraction import Extractor
    from kg.reading import collect, read_page

    file, *others = collect([path])
    if others:
        raise ReadingError(f"{path}: holds {len(others) + 1} pages; name one of them")
    page = read_page(file.read(), file.id)
    return MarkedPage(page, Extractor().extract(page))


def frame(columns: Mapping[str, tuple[str, Sequence[Any]]]) -> pd.DataFrame:
    """A frame of columns, each a type of pandas and its values; KgError where pandas is not installed."""
    try:
        import pandas as pd
    except ImportError:
        raise KgError("frames need pandas: install it with pip install 'kg[notebooks]'") from None
    return pd.DataFrame({name: pd.Series(list(values), dtype=type) for name, (type, values) in columns.items()})


def _ids(claim: Any) -> list[str]:
    """The ids that claims are given by: text, texts, or a row or a whole frame with `id` or `claim_ids`."""
    if hasattr(claim, "get"):
        resting = claim.get("claim_ids")
        claim = claim.get("id") if resting is None else resting
    several = [claim] if isinstance(claim, str) else claim if isinstance(claim, Iterable) else ()
    ids = [str(id) for each in several for id in (each if isinstance(each, tuple) else (each,))]
    if not ids:
        raise QueryError("this is no claim: take an id of claims(), a row of it, or the claim_ids of another frame")
    return list(dict.fromkeys(ids))
