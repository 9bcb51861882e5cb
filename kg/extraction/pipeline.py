"""Runs the spaCy pipeline over a page and gives what each article says."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from kg.errors import ConfigError
from kg.extraction.body_names import contractions
from kg.extraction.components import TOKENIZER, register
from kg.extraction.credits import writers
from kg.extraction.publishers import publishers
from kg.extraction.result import article_extraction
from kg.extraction.sheet import Sheet, lay_out
from kg.model import Extraction, Page

DEFAULT = Path(__file__).with_name("config.cfg")


class Extractor:
    """The extraction with one configuration; loading takes about a second, so keep it.

    `config` is a spaCy config file or the folder of a saved pipeline; ConfigError says what is wrong with it.
    """

    def __init__(self, config: Path | None = None) -> None:
        register()
        self.nlp = _load(config or DEFAULT)

    def read(self, page: Page) -> Sheet:
        """The sheet of one page after all components."""
        sheet = lay_out(page)
        if sheet.text.strip():
            doc = self.nlp.make_doc(sheet.text)
            doc._.sheet = sheet
            self.nlp(doc)
        return sheet

    def extract(self, page: Page) -> tuple[Extraction, ...]:
        """What each article of the page says, in the page's order."""
        with _uncollected():
            return _extractions(self.read(page))


def _extractions(sheet: Sheet) -> tuple[Extraction, ...]:
    written_by = writers(sheet)
    called = contractions(sheet.text[c.start : c.end] for c in sheet.divisions)
    found = [article_extraction(sheet, part, written_by, called) for part in sheet.parts]
    if found:
        mentions = found[0].mentions
        found[0] = replace(found[0], mentions=(*publishers(sheet.page, len(mentions) + 1), *mentions))
    return tuple(found)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Within this nobody looks for cyclic garbage, of which a page makes next to none among many small records."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(config: Path) -> Language:
    if not config.exists():
        raise ConfigError(f"no pipeline config at {config}: give a spaCy config file or the folder of a saved pipeline")
    try:
        if config.is_dir():
            return spacy.load(config)
        settings = spacy.util.load_config(config)
        nlp = spacy.util.load_model_from_config(settings, auto_fill=True)
        _start_segmenter(nlp, settings)
    except ConfigError:
        raise
    except Exception as problem:
        raise ConfigError(f"the pipeline of {config} cannot be loaded: {problem}") from problem
    return nlp


def _start_segmenter(nlp: Language, settings: dict[str, Any]) -> None:
    """Loads the pkuseg model that the config names; a config with segmenter "pkuseg" must name one on this disk."""
    tokenizer = settings["nlp"]["tokenizer"]
    if tokenizer.get("segmenter") != "pkuseg":
        return
    model = settings.get("initialize", {}).get("tokenizer", {}).get("pkuseg_model")
    if not model or not Path(model).is_dir():
        raise ConfigError(
            f'segmenter "pkuseg" needs a model on this disk, found {model!r}: set [initialize.tokenizer] pkuseg_model '
            "to the folder of a model that you have or trained with spacy_pkuseg.train, or set @tokenizers = "
            f'"{TOKENIZER}" without segmenter'
        )
    tokenizer_of(nlp).initialize(None, pkuseg_model=str(model), pkuseg_user_dict="default")


def tokenizer_of(nlp: Language) -> Any:
    """spaCy types the tokenizer as a bare callable; the Chinese one has more to it."""
    return nlp.tokenizer
