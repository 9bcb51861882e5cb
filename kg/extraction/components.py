"""The steps of the extraction as spaCy components, so that a pipeline's config can leave out, replace or add some.

Every component reads and fills the sheet of the page, `doc._.sheet`, and gives back the same `Doc`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from kg.extraction import (
    choice,
    divisions,
    events,
    mentions,
    organisations,
    people,
    posts,
    proposals,
    relations,
    tagger,
    things,
    words,
)
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight

TOKENIZER = "kg.characters.v1"
MODEL_KINDS = {
    "PERSON": "Person", "PER": "Person", "ORG": "Organization", "GPE": "Division", "LOC": "Place", "FAC": "Place",
}  # fmt: skip


def _words(sheet: Sheet, doc: Doc) -> None:
    # A tokenizer of single characters has no boundaries to add, and looking at each token takes long.
    tokens = doc.to_array(["LENGTH", "IS_SPACE"])
    cut = bool(((tokens[:, 0] > 1) & (tokens[:, 1] == 0)).any())
    sheet.words = words.cut(sheet.text, [(t.idx, t.idx + len(t.text)) for t in doc] if cut else ())


def _model_names(sheet: Sheet, doc: Doc) -> None:
    for entity in doc.ents:
        if entity.label_ in MODEL_KINDS:
            kind = MODEL_KINDS[entity.label_]
            sheet.propose(Candidate(entity.start_char, entity.end_char, kind, weight("model", kind), "spacy-model"))


def _tag(sheet: Sheet, doc: Doc) -> None:
    trained = tagger.model()
    if trained is not None:
        sheet.tagged = tagger.tag(sheet, trained)


def _hear(sheet: Sheet, doc: Doc) -> None:
    if sheet.tagged is not None:
        proposals.hear_tagger(sheet, sheet.tagged)


STEPS: dict[str, Callable[[Sheet, Doc], None]] = {
    "kg_words": _words,
    "kg_tagger": _tag,
    "kg_divisions": lambda sheet, doc: divisions.propose_divisions(sheet),
    "kg_organisations": lambda sheet, doc: organisations.propose_organisations(sheet),
    "kg_things": lambda sheet, doc: things.propose_things(sheet),
    "kg_people": lambda sheet, doc: people.propose_people(sheet),
    "kg_hearing": _hear,
    "kg_model_names": _model_names,
    "kg_choice": lambda sheet, doc: choice.choose(sheet),
    "kg_feedback": lambda sheet, doc: choice.feed_back(sheet),
    "kg_mentions": lambda sheet, doc: mentions.make_mentions(sheet),
    "kg_posts": lambda sheet, doc: posts.read_posts(sheet),
    "kg_events": lambda sheet, doc: events.read_events(sheet),
    "kg_relations": lambda sheet, doc: relations.read_relations(sheet),
}


class Characters(DummyTokenizer):
    """One token for each character, so that token i is character i of the sheet."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str) -> Doc:
        # By the number of each string, which spaCy looks up faster than the string.
        for char in set(text).difference(self.numbers):
            self.numbers[char] = self.vocab.strings.add(char)
        words: list[Any] = list(map(self.numbers.__getitem__, text))
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


class Step:
    """One step of the pipeline, as a spaCy component."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        sheet = doc._.sheet
        if sheet is not None:
            STEPS[self.name](sheet, doc)
        return doc


def _make(name: str) -> Callable[..., Any]:
    def create(nlp: Language, name: str) -> Step:
        return Step(factory)

    factory = name
    return create


def _characters() -> Callable[[Language], Characters]:
    return lambda nlp: Characters(nlp.vocab)


def register() -> None:
    """Makes the tokenizer, the factories and the `Doc` extension known to spaCy; safe to call twice."""
    registry.tokenizers.register(TOKENIZER, func=_characters)
    if not Doc.has_extension("sheet"):
        Doc.set_extension("sheet", default=None)
    for name in STEPS:
        if not Language.has_factory(name):
            Language.factory(name, func=_make(name))
