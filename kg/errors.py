"""The exceptions of the package: one root, and a message that names the offending value and the remedy."""

from __future__ import annotations


class KgError(Exception):
    """Root of every error that this package raises on purpose."""


class ReadingError(KgError):
    """A page that cannot be read: the message names file, place and remedy."""


class ConfigError(KgError):
    """A pipeline configuration, lexicon or model that cannot be used."""


class OutputError(KgError):
    """A result that cannot be written."""


class QueryError(KgError):
    """A query or a name that has no answer."""


class LimitError(QueryError):
    """A query that needs more time, rows or memory than it may have."""


class AnnotationError(KgError):
    """An annotated page that cannot be read, or whose rows contradict each other."""


class DecisionError(KgError):
    """A decisions file that cannot be read, or a decision that cannot stand: the message names file and place."""
