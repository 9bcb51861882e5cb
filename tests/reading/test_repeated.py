"""Paragraphs that a page prints again, whole or in pieces."""

from __future__ import annotations

import pytest

from kg.reading import read_page

LEAD = (
    "5月5日，县委书记宋明哲到青川镇慰问受灾群众，把慰问金送到老渔民甲文手里，"
    "鼓励他早日把网箱修起来。镇长乙武汇报了重建情况。"
)
MORE = "5月6日，县政协召开会议，县政协主席丙青主持，会议听取了关于水利工程的汇报，并就明年的工作提出了建议。"
LIST = "县领导甲文、乙武、丙青、丁山、戊川参加会议。"

AGAIN = [
    ("把慰问金送到老渔民甲文手里，鼓励他早日把网箱修起来。镇长乙武汇报了重建情况。", 1),
    ("把慰问金送到老渔民甲丈手里，鼓励他早日把网箱修起来。镇长乙武汇报了重建情况。", 1),
    ("5月9日，宋明哲再次到青川镇慰问受灾群众，把慰问金送到老渔民甲文手里。", 2),
]


@pytest.mark.parametrize(("piece", "times"), AGAIN)
def test_a_piece_of_a_paragraph_is_read_once(piece: str, times: int) -> None:
    page = read_page(f"县委书记慰问群众\n\n{LEAD}\n\n政协召开会议\n\n{MORE}\n\n{piece}\n".encode(), "page.txt")
    assert sum(article.text.count("慰问金") for article in page.articles) == times
    assert any("stands again" in warning for warning in page.warnings) == (times == 1)


def test_two_copies_of_one_length_are_read_once() -> None:
    again = LEAD.replace("甲文", "申文").replace("汇报", "汇振")
    page = read_page(f"县委书记慰问群众\n\n{LEAD}\n\n政协召开会议\n\n{MORE}\n\n{again}\n".encode(), "page.txt")
    assert sum(article.text.count("慰问金") for article in page.articles) == 1


def test_what_happened_the_next_day_is_read_once() -> None:
    again = "第二天，作家们到双河镇采风，县文化局局长甲文陪同。"
    text = f"县委书记慰问群众\n\n{LEAD}\n\n{again}\n\n政协召开会议\n\n{MORE}\n\n{again}\n"
    page = read_page(text.encode(), "page.txt")
    assert sum(article.text.count("采风") for article in page.articles) == 1


def test_who_attended_may_be_told_twice_in_the_same_words() -> None:
    text = f"县委书记慰问群众\n\n{LEAD}\n\n{LIST}\n\n政协召开会议\n\n{MORE}\n\n{LIST}\n"
    page = read_page(text.encode(), "page.txt")
    assert sum(article.text.count("戊川") for article in page.articles) == 2
