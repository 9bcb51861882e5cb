"""The spaCy pipeline as a user can change it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy_pkuseg
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.errors import ConfigError
from kg.extraction import Extractor
from kg.extraction.pipeline import DEFAULT
from kg.reading import read_page

CHARACTERS = '@tokenizers = "kg.characters.v1"'
PKUSEG = '@tokenizers = "spacy.zh.ChineseTokenizer"\nsegmenter = "pkuseg"'
TEXT = "本报讯 3月5日，青禾镇召开会议，唐古拉出席。\n"


@pytest.fixture
def names_component() -> str:
    """A stand-in for a trained model's names: it marks one person whom no rule of ours would find."""

    def mark(doc: Doc) -> Doc:
        at = doc.text.find("召开会议")
        doc.ents = [Span(doc, at, at + 4, label="PERSON")]
        return doc

    Language.component("test_names", func=mark)
    return "test_names"


def config(tmp_path: Path, *changes: tuple[str, str], extra: str = "") -> Path:
    text = DEFAULT.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "own.cfg"
    path.write_text(text + extra, "utf-8")
    return path


def test_entities_of_a_model_become_proposals(tmp_path: Path, names_component: str) -> None:
    own = config(
        tmp_path,
        ('"kg_people",', '"kg_people","test_names",'),
        extra='\n[components.test_names]\nfactory = "test_names"\n',
    )
    sheet = Extractor(own).read(read_page(TEXT.encode(), "invented.txt"))
    assert "召开会议" in {sheet.text[c.start : c.end] for c in sheet.candidates if c.rule == "spacy-model"}


def test_a_component_can_be_left_out(tmp_path: Path) -> None:
    own = config(tmp_path, ('"kg_people",', ""), ('"kg_tagger",', ""))
    (extraction,) = Extractor(own).extract(read_page(TEXT.encode(), "invented.txt"))
    assert not [m for m in extraction.mentions if m.kind == "Person"]


def train_segmenter(folder: Path) -> Path:
    sentences = ["青禾镇 召开 会议", "县长 主持 会议", "县委 书记 出席 会议", "记者 到 青禾镇 采访"] * 6
    text = folder / "segmented.txt"
    text.write_text("\n".join(sentences) + "\n", "utf-8")
    spacy_pkuseg.train(str(text), str(text), str(folder / "model"), train_iter=3)
    return folder / "model"


def test_pkuseg_with_an_own_model_gives_word_boundaries(tmp_path: Path) -> None:
    model = train_segmenter(tmp_path)
    own = config(
        tmp_path,
        (CHARACTERS, PKUSEG),
        extra=f'\n[initialize]\n\n[initialize.tokenizer]\npkuseg_model = "{model}"\n',
    )
    extractor = Extractor(own)
    assert [token.text for token in extractor.nlp.make_doc("县长主持会议")] == ["县长", "主持", "会议"]
    sheet = extractor.read(read_page(TEXT.encode(), "invented.txt"))
    assert sheet.words.boundary(sheet.text.index("青禾镇"))
    assert "青禾镇" in {f.name for f in sheet.found}


WRONG = [
    (CHARACTERS, PKUSEG, "needs a model on this disk"),
    ('factory = "kg_posts"', 'factory = "kg_pots"', "kg_pots"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_a_wrong_config_says_what_to_do(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Extractor(config(tmp_path, (old, new)))


def test_a_missing_config_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.cfg"):
        Extractor(tmp_path / "nowhere.cfg")
