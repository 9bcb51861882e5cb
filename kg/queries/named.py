"""The named queries: SPARQL files beside this module, run with bound variables and answered in plain text.

A value never becomes part of a query's text: it is bound by substitution, so no name can change what is asked.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Variable

from kg.errors import QueryError
from kg.graph.terms import BASE, GOV, prefixes

Row = dict[str, str]
PREFIXES = prefixes(BASE)


def select(store: Store, name: str, **bindings: str) -> list[Row]:
    """The rows of query `name`.rq, with variables bound to the given IRIs; a row leaves out what is unbound."""
    solutions = store.query(
        query_text(name),
        prefixes=PREFIXES,
        substitutions={Variable(variable): NamedNode(iri) for variable, iri in bindings.items()},
    )
    if not isinstance(solutions, QuerySolutions):
        raise QueryError(f"{name}.rq does not select rows: the package is broken, install it again")
    variables = [variable.value for variable in solutions.variables]
    return [
        {variable: term.value for variable in variables if isinstance(term := solution[variable], _PLAIN)}
        for solution in solutions
    ]


_PLAIN = (NamedNode, BlankNode, Literal)


@cache
def query_text(name: str) -> str:
    """The SPARQL text of a named query."""
    return (files("kg.queries") / f"{name}.rq").read_text("utf-8")


def local(iri: str) -> str:
    """`Person` for `gov:Person`; an IRI of another vocabulary is given back whole."""
    return iri.removeprefix(GOV)
