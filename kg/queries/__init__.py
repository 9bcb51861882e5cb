"""Questions to a graph and their answers: typed records for programs, free SPARQL for analysts; nothing here writes."""

from kg.queries.about import about, describe
from kg.queries.diff import diff
from kg.queries.doubts import doubts
from kg.queries.events import people_who_met
from kg.queries.names import find
from kg.queries.posts import posts
from kg.queries.relations import agreements
from kg.queries.run import run
from kg.queries.timelines import timelines

__all__ = ["about", "agreements", "describe", "diff", "doubts", "find", "people_who_met", "posts", "run", "timelines"]
