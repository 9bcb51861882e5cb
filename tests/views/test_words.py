"""What the explorer calls things: by the ontology's labels, by the lexicon's words, or by their own names."""

from __future__ import annotations

from typing import get_args

import pytest

from kg.graph.vocabulary import vocabulary
from kg.lexicon import table
from kg.model import ROLES, EventType, Kind, Status
from kg.views.networks import TIES
from kg.views.words import terms


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Person", ("人物", "Person")),
        ("chair", ("主持人", "chair")),
        ("current", ("现任", "in office")),
        ("meeting", ("会面", "meeting")),
        ("tagger", ("标注模型", "tagger")),
        ("holds-召开", ("举办用语“召开”", "verb of holding “召开”")),
        ("nobody-knows", ("nobody-knows", "nobody-knows")),
        ("", ("", "")),
    ],
)
def test_words(name: str, words: tuple[str, str]) -> None:
    assert terms([name]) == {name: words}


def test_every_term_of_a_graph_has_words_in_both_languages() -> None:
    names = [*get_args(Kind), *get_args(EventType), "Event", *ROLES, "participant", *get_args(Status), *TIES]
    names += vocabulary().properties
    for name, (chinese, english) in terms(names).items():
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese), name
        assert english and all(letter < "\u4e00" for letter in english), name


def test_events_are_labelled_as_their_types_are() -> None:
    assert table("interface")["events"] == {name: vocabulary().labels[name][0] for name in get_args(EventType)}
