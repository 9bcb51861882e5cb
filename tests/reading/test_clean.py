"""Clean text has one form for each mark, no idle blanks, and leads every character back to the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Page
from kg.reading import read_page
from kg.reading.clean import Clean, close, closed, fold

FOLDED = {
    "full-width letters, digits, signs": ("ＧＤＰ增长３．２％（预计）＋", "GDP增长3.2%(预计)+"),
    "full-width blank": ("王　明", "王 明"),
    "marks beside Chinese text": ("会议强调,要抓好落实;他说:好!真的?", "会议强调，要抓好落实；他说：好！真的？"),
    "marks after brackets and quotes": ('(云岭),"好",28℃;', "(云岭)，“好”，28℃；"),
    "numbers": ("投资1,200万元,占３.５", "投资1,200万元，占3.5"),
    "full-width marks in numbers": ("共１，２００人，9：30开始", "共1,200人，9:30开始"),
    "letters for digits": ("2OO8年l0月ll日,涨l.5万人,占1Z%、6б人", "2008年10月11日，涨1.5万人，占12%、66人"),
    "letters": ("I级响应,O2O模式,5G网,B2座,A4l", "I级响应，O2O模式，5G网，B2座，A4l"),
    "a one misread": ("四十—团、第十—届——二—样", "四十一团、第十一届——二—样"),
    "a sun misread": ("5月3曰,二月十九曰,子曰:好", "5月3日，二月十九日，子曰：好"),
    "characters misread": ("云岭巿笫三期岀版", "云岭市第三期出版"),
    "years in a row": ("2023,2024年", "2023，2024年"),
    "times and scores": ("上午9:30,比分2:1", "上午9:30，比分2:1"),
    "addresses": ("见http://a.cn/b?c=1,d:2 或a.b@c.cn", "见http://a.cn/b?c=1,d:2 或a.b@c.cn"),
    "English": ("He said: yes, it's fine", "He said: yes, it's fine"),
    "kept marks": ("好，。、；：？！《》—…%", "好，。、；：？！《》—…%"),
    "dots": ("卡•尔‧马・克思", "卡·尔·马·克思"),
    "dashes": ("云岭―青川─合作", "云岭—青川—合作"),
    "corner brackets": ("「推動『農工』大縣」", "“推動‘農工’大縣”"),
    "vertical forms": ("︵云岭︶﹁好﹂", "(云岭)“好”"),
    "radicals of PDF files": ("⼭⽔", "山水"),
    "radicals in place of characters": ("副会\u2ed3⻅面", "副会长见面"),
    "a twin of a common character": ("巿委、巿长", "市委、市长"),
    "circled digits stay": ("①召开②落实", "①召开②落实"),
    "control and direction marks go": ("云\u202e岭\u200b县\ufeff\x07委", "云岭县委"),
}


@pytest.mark.parametrize("case", FOLDED)
def test_each_mark_has_one_form(case: str) -> None:
    raw, expected = FOLDED[case]
    assert fold(raw).text == expected


QUOTED = {
    "alternating": ('"好"和"坏"', "“好”和“坏”"),
    "single within double": ("他说\"这是'第一单'。\"", "他说“这是‘第一单’。”"),
    "at both ends": ('"八镇联动"', "“八镇联动”"),
    "closing by what follows": ('好",他说', "好”，他说"),
    "one mark lost": ('"好,他说:"坏"', "“好，他说：“坏”"),
    "single mark that closes a double one": ('"好\'"坏"', "“好’“坏”"),
    "curled ones count": ('“好"和"坏”', "“好”和“坏”"),
    "apostrophes": ("don't和O'Neil", "don't和O'Neil"),
}


@pytest.mark.parametrize("case", QUOTED)
def test_straight_quotation_marks_are_curled(case: str) -> None:
    raw, expected = QUOTED[case]
    assert fold(raw).text == expected


def test_a_quotation_left_open_goes_on() -> None:
    assert fold('坏"他说', inside=True).text == "坏”他说"


CLOSED = {
    "inside words": ("开平市工商 联", "开平市工商联", {5}),
    "line breaks": ("产业\n  互融", "产业互融", {2}),
    "after marks": ("目前, 开平", "目前，开平", {3}),
    "beside Latin": ("实施 ISO 56005 标准", "实施ISO 56005标准", {2, 11}),
    "ranges": ("22- 29℃", "22-29℃", {3}),
    "several": ("3 月 22 日", "3月22日", {1, 2, 4}),
    "English": ("a b, c", "a b, c", set()),
}


@pytest.mark.parametrize("case", CLOSED)
def test_idle_blanks_are_left_out_and_noted(case: str) -> None:
    raw, expected, gaps = CLOSED[case]
    clean = close(fold(raw))
    assert clean.text == expected
    assert set(clean.gaps) == gaps


def plain(text: str) -> str:
    """A text without blanks, quotation marks and the width of its marks: what folding may not change."""
    signs = str.maketrans("，；：？！", ",;:?!", " “”‘’\"'")
    return fold(text).text.translate(signs)


def assert_mapped(clean: Clean, raw: str) -> None:
    assert len(clean.text) == len(clean.starts) == len(clean.ends)
    assert list(clean.starts) == sorted(clean.starts)
    assert all(start < end for start, end in zip(clean.starts, clean.ends, strict=True))
    for start in range(0, len(clean.text), 3):
        end = min(start + 5, len(clean.text))
        assert plain(raw[clean.starts[start] : clean.ends[end - 1]]) == plain(clean.text[start:end])


NOISE = st.text(alphabet="县委书记王明出席在3月15日AB ,.，。:：;\"'“”(（)）\n\t　\u200b\u202e\x7f％１２-—·•⼭𬭎🙂")


@given(NOISE)
def test_every_clean_character_leads_back(raw: str) -> None:
    folded = fold(raw)
    assert_mapped(folded, raw)
    assert_mapped(close(folded), raw)
    assert closed(folded.text) == close(folded).text
    assert close(folded).text.replace(" ", "") == folded.text.replace(" ", "")


def assert_quotes_hold(page: Page) -> None:
    for article in page.articles:
        assert len(article.text) == len(article.starts) == len(article.ends)
        assert all(0 <= gap < len(article.text) for gap in article.gaps)
        last = 0
        for block in article.blocks:
            assert last <= block.start < block.end <= len(article.text)
            assert set(article.text[last : block.start]) <= {"\n"}
            last = block.end
            for at in range(block.start, block.end):
                if article.text[at] == " ":
                    continue
                span = article.span(at, at + 1)
                assert plain(page.text[span.start : span.end]) == plain(article.text[at : at + 1])
            whole = article.span(block.start, block.end)
            assert whole.start < whole.end


PIECES = st.lists(
    st.one_of(
        NOISE,
        st.sampled_from(
            [
                "\n\n",
                "\r\n",
                "本报讯(记者 甲文)",
                "云岭县召开工作会议",
                "(乙武)",
                "→图为会场。 丙丁 摄",
                "▲上接A01版",
                "★相关新闻",
                "# ",
                "> ",
                "![](a.png)",
                "县委书记宋明哲到",
                "责编/丁一",
            ]
        ),
    ),
    max_size=30,
)


# The first page loads the word lists.
@given(PIECES)
@settings(deadline=None)
def test_spans_of_any_page_hold_their_text(pieces: list[str]) -> None:
    assert_quotes_hold(read_page(("云岭县委书记讲话。" + "".join(pieces)).encode(), "page.txt"))
