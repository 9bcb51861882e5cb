"""What is wrong with a graph, in words that a person can act on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: the thing that has it, the property it concerns ("" where that is none or several), and what it is."""

    focus: str
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.focus} {self.path}: {self.message}" if self.path else f"{self.focus}: {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation: all findings, sorted; a graph without any conforms."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """True where nothing was found."""
        return not self.findings

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings)) or "The graph keeps its contract."
