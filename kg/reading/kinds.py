"""What a paragraph is by its own look: dateline, list of names, caption, mark, furniture, or a line like a headline.

Nothing here looks at the paragraphs around it; `layout` does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from kg.lexicon import table, words
from kg.reading.labels import ASKED, SPREAD, H, alternatives, bare, is_page_credit, labels, masthead, names_end

SEPARATORS = re.compile(r"[\s/：、，()|丨【】\[\]]+")
BRACKET = re.compile(r"\s*\([^()]{1,80}\)")
WORD = re.compile(rf"[\s、]+([{H}·]+)(?=[\s、：]|$)")
NAME = re.compile(rf"[{H}]{{1,4}}|[{H}]{{2,8}}[·.][{H}·.]{{2,16}}")
SIGNATURE = re.compile(r"\s*\(([^()]{2,40})\)[\s|]*$")
SIGNER = re.compile(rf"[{H}]{{1,6}}|[{H}]{{2,8}}[·.][{H}·.]{{2,16}}")
# The last words of a paragraph after its last sentence, which may be who wrote it.
TAIL = re.compile(r"(?<=[。！？”’…)])\s*(?P<names>[^。！？，；“”：]{2,30})$")
CALENDAR = re.compile(
    r"(?:[12]\d{3}|[〇零○一二三四五六七八九]{4})\s*[年./-]\s*[\d〇一二三四五六七八九十]{1,3}\s*[月./-]\s*"
    r"[\d〇一二三四五六七八九十]{1,3}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
# A letter of what they did before a bar and names: 编 ▍张三.
BARRED = re.compile(rf"[{H}]\s*[|丨▍▎▏]\s*(?P<names>(?:[{H}]{{2,3}}\s*){{1,3}})")
ADDRESS = re.compile(r"https?:|www\.|\d{7}")
# Longest lines, in characters, that may be a list of names, a headline, one phrase of it, a caption, an imprint.
LONGEST_LABEL = 8
LONGEST_NAMES, LONGEST_HEADLINE, LONGEST_PHRASE, LONGEST_CAPTION, LONGEST_IMPRINT = 90, 60, 26, 110, 800
SHORT_IMPRINT = 40
# The title of a notice that is spelled with blanks has at most this length (启 事).
SPACED_TITLE = 4
# The label of a column of reports, between dots.
COLUMN_LABEL = re.compile(rf"·\s?[{H}]{{2,6}}\s?·")
# What follows a ring or dot that opens an item, and is no lost digit or name.
ITEM = re.compile(rf"\s?[“《]?[{H}]{{2}}|\s?\d{{1,2}}月")
NOTE = re.compile(r"\([^()]{1,14}\)")
# A comma makes a line as unlikely to be a headline as this many characters more.
COMMA = 10


@dataclass(frozen=True, slots=True)
class Look:
    """The patterns of layout.toml, compiled."""

    dateline: re.Pattern[str]
    opening: re.Pattern[str]
    further: re.Pattern[str]
    role: re.Pattern[str]
    label: re.Pattern[str]
    sent: re.Pattern[str]
    editor: re.Pattern[str]
    staff: re.Pattern[str]
    paper: re.Pattern[str]
    masthead: re.Pattern[str]
    symbols: re.Pattern[str]
    continued: re.Pattern[str]
    continues: re.Pattern[str]
    contact: re.Pattern[str]
    folio: re.Pattern[str]
    web: re.Pattern[str]
    issue: re.Pattern[str]
    weekday: re.Pattern[str]
    picture: re.Pattern[str]
    credit: re.Pattern[str]
    lead: re.Pattern[str]
    dated: re.Pattern[str]
    subject: re.Pattern[str]
    held: re.Pattern[str]
    closing: re.Pattern[str]


@cache
def look() -> Look:
    """The compiled patterns."""
    data: dict[str, Any] = table("layout")
    outlets, byline, captions, marks = data["outlets"], data["byline"], data["captions"], data["marks"]
    furniture, patterns = data["furniture"], data["furniture"]["patterns"]
    symbols = rf"[{re.escape(marks['symbols'])}\s]*"
    endings, between = alternatives(outlets["endings"]), rf"(?:{alternatives(outlets['between'])})*"
    news, weak = alternatives(outlets["dateline"]), alternatives(outlets["weak"])
    known = alternatives([*outlets["own"], *outlets["national"]])
    outlet = rf"(?:(?:{known})|[{H}]{{1,8}}?(?:{endings})社?)"
    role = rf"(?:{outlet})?(?:{alternatives(byline['qualifiers'])})*(?:{alternatives(byline['roles'])})"
    day = r"(?:\d{1,2}月)?(?:\d{1,2}日)?"
    place = rf"{between}(?:\d{{1,2}}月\d{{1,2}}日)?(?:(?!记者|通讯)[{H}]){{0,6}}{day}"
    # Two outlets share a report: 某某日报/某某网讯, 某某云/某某日报讯.
    also = alternatives([*outlets["endings"], *outlets["mastheads"]])
    pair = rf"(?:\s?[/-]\s?[{H}]{{1,8}}?(?:{also}))?"
    fellow = rf"(?:[{H}]{{2,6}}/)?"
    end = rf"(?<![{outlets['not_after']}])(?:{news})(?![{outlets['not_before']}])|(?P<weak>{weak})"
    after_paper = rf"社|》|{pair}\s?{place}(?:{news}|{weak}|{alternatives(byline['roles'])})|\s*$|\s+(?:19|20)\d\d"
    return Look(
        dateline=re.compile(
            rf"{symbols}(?:{fellow}{outlet}{pair}\s?(?P<place>{place})(?:{end})"
            rf"|[{H}]{{2,8}}\d{{1,2}}月\d{{1,2}}日(?:{news}|{weak})(?=\s?\()"
            rf"|(?:{alternatives(outlets['further'])})(?=[\s：】\]])|(?<=[【\[])[{H}]{{2,4}}(?:{news})(?=[】\]])"
            rf"|[{H}]{{2,4}}(?:{news})(?=\s?\((?:{role})))"
        ),
        opening=re.compile(
            rf"{symbols}\((?:{role}|文|图)[^()]{{1,60}}\)|{symbols}[【\[](?:{role})[^【】\[\]]{{1,40}}[】\]]"
        ),
        further=re.compile(rf"{symbols}(?:{alternatives(outlets['further'])})"),
        role=re.compile(role),
        label=re.compile(alternatives(byline["labels"])),
        sent=re.compile(rf"[{H}]{{2,14}}(?:{alternatives(byline['sent'])})"),
        staff=re.compile(rf"(?:{alternatives(byline['editors'])})[：\s/]"),
        editor=re.compile(rf"[{H}]{{0,8}}?(?:{alternatives(byline['editors'])})"),
        paper=re.compile(
            rf"(?:^{symbols}(?:文/图\s?|{fellow})|[(《：:])(?P<name>[{H}]{{1,8}}?(?:{endings}))(?={after_paper})"
        ),
        masthead=re.compile(
            rf"《?[{H}]{{2,4}}(?:{alternatives(one for one in outlets['endings'] if len(one) > 1)})》?"
        ),
        symbols=re.compile(symbols),
        continued=re.compile(rf"{symbols}\(?{marks['patterns']['continued']}\)?"),
        continues=re.compile(rf"{symbols}\(?{marks['patterns']['continues']}\)?{symbols}"),
        contact=re.compile(alternatives(furniture["contact"])),
        folio=re.compile(rf"(?:{patterns['folio']})?[：·|]?(?:(?:{alternatives(furniture['words'])})[·]?)*"),
        web=re.compile("|".join(patterns["web"])),
        issue=re.compile("|".join(f"(?:{one})" for one in furniture["issue"])),
        weekday=re.compile(patterns["weekday"]),
        picture=re.compile(
            rf"[{re.escape(captions['arrows'])}]|\((?:{alternatives(captions['words'])})\)"
            rf"|(?:{alternatives(captions['words'])})(?:为|[①-⑩\d一二三四]?[：:\s(])"
        ),
        credit=re.compile(
            rf"(?:(?<=[。！？”…)])|(?<=\s)|^)\s*\(?(?:{role}\s*)?[/：]?\s*(?:[{H}·]{{1,4}}\s*[、/]?\s*){{1,3}}"
            rf"(?:{alternatives(captions['endings'])})\)?$"
        ),
        lead=re.compile(rf"{alternatives(data['text']['leads'])}|\d{{1,2}}月\d{{1,2}}日"),
        dated=re.compile(rf"(?:“[^”]*”)?[^“]{{0,40}}?(?:{data['text']['dates']})"),
        subject=re.compile(alternatives(data["text"]["subjects"])),
        held=re.compile(rf"(?:{alternatives(data['text']['held'])})(?:\([^()]{{1,4}}\))?$"),
        closing=re.compile(data["text"]["closings"]),
    )


@lru_cache(maxsize=ASKED)
def dateline_end(text: str) -> int:
    """Where 某某日报讯(记者/张三), 本报讯 记者 张三, 新华社北京3月5日电 ends at the start of a paragraph; 0: none."""
    opening = look().opening.match(text)
    if opening and opening.end() < len(text):
        return opening.end()
    found = look().dateline.match(text)
    if not found:
        return 0
    bracket = BRACKET.match(text, found.end())
    end = bracket.end() if bracket else _names_end(text, found.end())
    vague = found["weak"] or (found["place"] and not found["place"].endswith("日"))
    if end == found.end() and vague and text[end : end + 1] not in ("，", "：", " ", ""):
        return 0
    return end + 1 if text[end : end + 1] in ("：", "】", "]") else end


def _names_end(text: str, start: int) -> int:
    """Where roles and names parted by blanks end, from `start` on; `start` where there are none."""
    end = start
    for word in WORD.finditer(text, start):
        if word.start() != end or word[1] in table("layout")["text"]["leads"]:
            break
        if not (_is_role(word[1]) or (end > start and len(word[1]) <= 4)):
            break
        end = word.end()
    return end


def _is_role(token: str) -> bool:
    """记者, 某某日报记者, 记者张三, 报道."""
    role = look().role.match(token)
    if role:
        return len(token) - role.end() <= 6
    return look().label.fullmatch(token) is not None


def is_dateline(text: str) -> bool:
    """True if a paragraph opens with a dateline."""
    return dateline_end(text) > 0


@lru_cache(maxsize=ASKED)
def names_kind(text: str) -> Literal["writers", "editors"] | None:
    """What a paragraph is that has nothing but people and what they did; None for any other."""
    if len(text) > LONGEST_NAMES or text[-1:] in "。！？；，":
        return None
    barred = BARRED.fullmatch(text)
    if barred and all(name[0] in surnames() for name in barred["names"].split()):
        return "editors"
    symbols = look().symbols.match(text)
    text = text[: names_end(text)]
    tokens = [token for token in SEPARATORS.split(text[symbols.end() if symbols else 0 :]) if token]
    marked = "/" in text or "：" in text
    roles = editors = 0
    for at, token in enumerate(tokens):
        if token.endswith(tuple(table("layout")["outlets"]["dateline"])):
            return None
        editor = look().editor.match(token)
        label = look().label.fullmatch(token) and (marked or at == len(tokens) - 1)
        if editor and len(token) - editor.end() <= 4:
            editors += 1
        elif label or (look().role.match(token) and _is_role(token)):
            roles += 1
        elif not NAME.fullmatch(token):
            return None
    if editors:
        return "editors"
    box = symbols[0].strip() if symbols else ""
    signed = box != "" and box in table("layout")["byline"]["boxes"] and len(tokens) <= 2
    return "writers" if roles or (signed and all(token[0] in surnames() for token in tokens)) else None


@cache
def surnames() -> frozenset[str]:
    """The characters that surnames begin with."""
    return frozenset(name[0] for key in ("surnames", "compound_surnames") for name in words(key))


def unsigned(text: str) -> str:
    """A paragraph without its closing signature."""
    start = signature_start(text)
    return text[:start].rstrip() if start > 0 else text


@lru_cache(maxsize=ASKED)
def signature_start(text: str) -> int:
    """Where a closing signature such as (张三 李四) begins at the end of a paragraph; -1: none."""
    found = SIGNATURE.search(text, max(0, len(text) - 60))
    if not found or (found.start() and text[found.start() - 1] not in "。！？…”’)"):
        tail = TAIL.search(text, max(0, len(text) - 40))
        return tail.start("names") if tail and names_kind(tail["names"]) == "writers" else -1
    bracket = found[0].strip()
    if found[1] in table("layout")["byline"]["unsigned"] or look().continues.fullmatch(bracket):
        return -1
    tokens = [token for token in SEPARATORS.split(found[1]) if token]
    fitting = tokens and all(
        _is_role(token) or SIGNER.fullmatch(token) or look().sent.fullmatch(token) for token in tokens
    )
    return found.start() if fitting else -1


@lru_cache(maxsize=ASKED)
def credit_start(text: str) -> int:
    """Where the photographer's credit (张三 摄) begins at the end of a paragraph; -1: none."""
    if not text.rstrip().removesuffix(")").endswith(tuple(table("layout")["captions"]["endings"])):
        return -1
    found = look().credit.search(text, max(0, len(text) - 30))
    return found.start() if found else -1


def points_at_picture(text: str) -> bool:
    """True for a text that opens with an arrow or with 图为 and its kin."""
    return bool(look().picture.match(text))


def is_picture_text(text: str) -> bool:
    """True for a paragraph that points at a picture (→…, 图为…) or ends with a photographer's credit."""
    return points_at_picture(text) or (len(text) <= LONGEST_CAPTION and credit_start(text) >= 0)


@lru_cache(maxsize=ASKED)
def is_furniture(text: str) -> bool:
    """True for what belongs to the page and to no article: contact lines, folios, the date under the masthead."""
    if len(text) > LONGEST_IMPRINT:
        return False
    squeezed = text.replace(" ", "")
    folio = look().folio.fullmatch(squeezed) and not labels().notice.fullmatch(squeezed)
    if len(squeezed) <= SHORT_IMPRINT and (folio or look().masthead.fullmatch(squeezed)):
        return True
    if masthead(text):
        return True
    if len(text) <= LONGEST_NAMES and len(set(look().issue.findall(_unspaced(text)))) > 1:
        return True
    if look().continues.fullmatch(text) or (len(squeezed) <= LONGEST_NAMES and look().web.search(squeezed)):
        return True
    imprint = len(look().contact.findall(squeezed))
    if imprint > 1 or (imprint and len(squeezed) <= SHORT_IMPRINT and re.search(r"：|\d{5}", squeezed)):
        return True
    return len(squeezed) <= LONGEST_HEADLINE and is_date_line(squeezed)


def _unspaced(text: str) -> str:
    """A line without the blanks of letter-spacing and within brackets, but with those that part its phrases."""
    return SPREAD.sub(lambda spread: spread[0].replace(" ", ""), text)


def is_head_line(text: str) -> bool:
    """True for a line that above the first article is furniture: one word of the masthead, and no sentence."""
    if len(text) > LONGEST_NAMES or text[-1:] in "。！？；":
        return False
    found = CALENDAR.search(text)
    if found and text.startswith("，", found.end()):
        return False
    return found is not None or look().issue.search(_unspaced(text)) is not None


def has_editors(text: str) -> bool:
    """True for a line that names who made the page."""
    return bool(look().staff.search(text))


def is_date_line(text: str) -> bool:
    """True for a short line that is a full date with its weekday, or with little else."""
    found = CALENDAR.search(text)
    if not found or text[-1:] in "。；，":
        return False
    return bool(look().weekday.search(text, found.end())) or len(text) - len(found[0]) <= 3


def is_report_day(text: str) -> bool:
    """True for the day of one report, as web pages print it under the headline; a page's own has its weekday."""
    found = CALENDAR.search(text)
    if not found or look().weekday.search(text):
        return False
    return is_date_line(text.replace(" ", "")) or look().web.search(text.replace(" ", "")) is not None


@lru_cache(maxsize=ASKED)
def stands_alone(text: str) -> bool:
    """True for a line that is a paragraph whatever stands before and after it."""
    if section_label(text) or look().continued.match(text) or is_title(text):
        return True
    return names_kind(text) is not None or is_page_credit(text) or is_furniture(text)


@lru_cache(maxsize=ASKED)
def section_label(text: str) -> bool:
    """True for ★相关新闻, ·县区· and their kin."""
    if len(text) > LONGEST_PHRASE:
        return False
    return bare(text) in table("layout")["marks"]["sections"] or COLUMN_LABEL.fullmatch(text) is not None


def bullet(text: str) -> str:
    """The mark that opens an item of a list; empty where none does, or where it points at a picture."""
    marks = table("layout")["marks"]
    if text[:1] not in marks["bullets"] and (text[:1] not in marks["rings"] or not ITEM.match(text, 1)):
        return ""
    return "" if look().picture.match(text[1:].lstrip()) or credit_start(text) >= 0 else text[:1]


def is_title(text: str) -> bool:
    """True for the title of a notice that is spelled with blanks: 启 事."""
    bare_text = text.replace(" ", "")
    return len(bare_text) <= SPACED_TITLE and labels().notice.fullmatch(bare_text) is not None


def title_end(text: str) -> int:
    """Where the title of a notice, a forecast or dated picture news ends that opens a paragraph; 0: none."""
    found = labels().notice.match(text)
    if found:
        return found.end()
    found = labels().picture_news.match(text)
    return found.end() if found and look().lead.match(text[found.end() :].lstrip()) else 0


@lru_cache(maxsize=ASKED)
def is_headline_like(text: str) -> bool:
    """True for a short line without the marks of running text."""
    if len(text) > 2 * LONGEST_HEADLINE:
        return False
    size, commas = len(text.replace(" ", "")), text.count("，")
    if not 3 <= size <= LONGEST_HEADLINE - COMMA * commas or not re.search(rf"[{H}]", text):
        return False
    marks = table("layout")["text"]
    if (
        labels().speaker.match(text)
        or text[0] in marks["no_starts"]
        or text[-1] in marks["open_ends"]
        or (text[-1] in marks["hanging"] and not text.endswith(tuple(marks["closed"])))
        or ADDRESS.search(text)
    ):
        return False
    if _is_list(text):
        return False
    return "。" not in text and "；" not in text and not (commas and text[-1] in "？！")


def _is_list(text: str) -> bool:
    """True for a list of who holds what: 主席：张三, 副主席：李四 王五(女)."""
    label, colon, names = NOTE.sub("", text).partition("：")
    return (
        bool(colon)
        and len(label) <= LONGEST_LABEL
        and all(len(name) <= 3 or (len(name) == 4 and name[0] in surnames()) for name in names.split())
    )


def is_subheading_like(text: str) -> bool:
    """True for a headline-like line that could stand alone within an article: short phrases, nothing left open."""
    if text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        return False
    if text.count("，") + text.count("、") > 1 or text.startswith("—"):
        return False
    return all(len(phrase) <= LONGEST_PHRASE for phrase in re.split(r"[\s，：]", text))
