"""The query cookbook: each example of `docs/queries.md` with its question, its parameters and its answer.

The examples are asked of the graph of the sample pages.
"""

from __future__ import annotations

import shlex

from pyoxigraph import Store

from kg.queries.asking import Parameter, Question, question
from kg.queries.limited import ask
from kg.terminal_rows import as_markdown

MARK = "<!-- cookbook -->"
SHOWN = 5
QUOTES = '""'


def examples(text: str) -> dict[str, str]:
    """The calls below the mark, by the name of the question."""
    lines = [line.partition("#")[0].strip() for line in text.partition(MARK)[2].splitlines()]
    calls = [line for line in lines if line.startswith("kg ask ")]
    return {call.split()[2]: call for call in calls}


def with_answers(text: str, store: Store) -> str:
    """The page with one section for each example in the place of all examples."""
    sections = [_section(question(name), call, store) for name, call in examples(text).items()]
    return "\n".join([text.partition(MARK)[0], *sections])


def _section(asked: Question, call: str, store: Store) -> str:
    rows = answer(call, store).splitlines()
    more = len(rows) - 2 - SHOWN
    return "\n".join(
        [
            f"## {asked.title}\n",
            f"{asked.description}\n",
            *(f"- `--{each.name}` ({_wanted(each)}): {each.description}" for each in asked.parameters),
            f"\n```sh\n{call}\n```\n",
            *rows[: 2 + SHOWN],
            *([f"\n… and {more} more rows.\n"] if more > 0 else []),
            '\n??? note "The query"\n\n    ```sparql',
            *(f"    {line}" for line in asked.text.splitlines() if not line.startswith("#")),
            "    ```\n",
        ]
    )


def _wanted(parameter: Parameter) -> str:
    if parameter.needed:
        return f"{parameter.kind}, needed"
    if parameter.default is None:
        return f"{parameter.kind}, may be left out"
    return f"{parameter.kind}, `{parameter.default or QUOTES}` if not given"


def answer(call: str, store: Store) -> str:
    """What the call prints as Markdown."""
    _, _, name, *words = shlex.split(call)
    given = {option.removeprefix("--"): value for option, value in zip(words[::2], words[1::2], strict=True)}
    return as_markdown(ask(store, question(name), given))
