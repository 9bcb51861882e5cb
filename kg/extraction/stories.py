"""Parts an article into the stories it tells: items of a section of short news, pieces under one headline, captions.

What happens in one story never takes part in another: each has its own time, its own people and its own events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import zip_longest

from kg.extraction.characters import HAN
from kg.extraction.clauses import Sentence, block_sentences
from kg.extraction.sheet import Part, Sheet
from kg.lexicon import listed, table

# Blocks that close what was told before them when a body follows.
CLOSERS = ("headline", "byline", "credit", "caption")
# So many paragraphs that begin with a day make a chronicle.
CHRONICLE = 3
# The last character of a paragraph that goes on elsewhere.
CUT = re.compile(f"[{HAN}，、]")
# A paragraph of one journey of several days: 5月7日至9日，; 8日上午，考察团.
GOES_ON = re.compile("[^，,。]{2,6}日(?:[^，,。]{0,6}[至到—-]|[^，,。]{0,4}[，,][^，,。]{0,12}(?:一行|团|组))")


@dataclass(slots=True)
class Story:
    """The sentences of one story, with the headlines that stand over it.

    `caption` if it only describes a picture, `item` for one of several short news, `further` if 又讯 opens it.
    """

    headlines: list[Sentence] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    caption: bool = False
    item: bool = False
    further: bool = False


def stories(sheet: Sheet, part: Part) -> Iterator[Story]:
    """The stories of an article in reading order; captions stand after all others."""
    story, captions = Story(), []
    after = here = ""
    bulleted = _is_bulleted(sheet, part)
    dated = _is_chronicle(sheet, part)
    briefs = further = pictures = False
    for block, below in zip_longest(part.article.blocks, part.article.blocks[1:]):
        text = sheet.text[part.start + block.start : part.start + block.end]
        last, here = here, block.kind
        if here == "credit":
            pictures = last == "caption"
        pictured = after == "headline" and below is not None and below.kind in ("byline", "credit")
        if block.kind == "caption" and (pictured or not _is_item(text)):
            captions.append(Story([], list(block_sentences(sheet, part, block)), True))
            continue
        if block.kind == "headline":
            if story.sentences:
                yield story
                story = Story()
            story.headlines.extend(block_sentences(sheet, part, block))
            briefs = text.strip(table("layout")["marks"]["symbols"]).endswith(listed("layout", "marks", "briefs"))
        elif block.kind == "byline":
            further = _is_further(text)
        elif block.kind in ("body", "caption"):
            fresh = after in ("byline", "credit") or _is_item(text) or (briefs and not bulleted) or _is_further(text)
            fresh = fresh or (dated and _dated().match(text) is not None)
            if fresh and story.sentences and not (pictures and after == "credit" and _is_cut(sheet, story)):
                yield story
                story = Story()
            story.item = story.item or briefs or dated or _is_item(text)
            story.further = story.further or further or _is_further(text)
            further = False
            for sentence in block_sentences(sheet, part, block):
                # Items that one paragraph holds one after the other.
                if not sentence.first and _is_item(sheet.text[sentence.start : sentence.end]):
                    yield story
                    story = Story(item=True)
                    sentence = replace(sentence, first=True)
                story.sentences.append(sentence)
        after = block.kind
    if story.sentences or story.headlines:
        yield story
    yield from captions


def _is_cut(sheet: Sheet, story: Story) -> bool:
    """True if a picture stands in the midst of a sentence, which goes on below it."""
    return CUT.match(sheet.text, story.sentences[-1].end - 1) is not None


def _is_bulleted(sheet: Sheet, part: Part) -> bool:
    return any(_is_item(sheet.text[part.start + b.start : part.start + b.end]) for b in part.article.blocks)


def _is_chronicle(sheet: Sheet, part: Part) -> bool:
    """True if so many paragraphs begin with a day that each tells something of its own: 大事记."""
    if any(b.kind == "byline" for b in part.article.blocks):
        return False
    rows = [(b.kind, sheet.text[part.start + b.start : part.start + b.end]) for b in part.article.blocks]
    texts = [text for kind, text in rows if kind == "body" or (kind == "caption" and _is_item(text))]
    if any(GOES_ON.match(text) for text in texts):
        return False
    days = sum(_dated().match(text) is not None for text in texts)
    items = sum(_is_item(text) for text in texts)
    return days > 1 and days + items >= CHRONICLE and 2 * (days + items) >= len(texts)


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(r"[\s\u3000]*(?:[0-9]{1,2}月)?[0-9]{1,2}(?:[—\-–~至、]+[0-9]{1,2})?日")


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(listed("events", "items", "opening")[0])


def _is_item(text: str) -> bool:
    """True for a paragraph that a mark or a number opens: ▲ and the like."""
    return _item_pattern().match(text) is not None


def _is_further(text: str) -> bool:
    """True for a paragraph that tells something else: 又讯, 另讯."""
    return text.lstrip("(（【[").startswith(listed("events", "items", "further"))
