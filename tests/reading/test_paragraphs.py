"""Paragraphs are found on pages with blank lines, with a line for each, and with lines wrapped at a column."""

from __future__ import annotations

import pytest

from kg.reading.clean import close
from kg.reading.paragraphs import paragraphs

LONG = "会议指出，要扎实做好各项民生工作，切实解决急难愁盼问题；" * 2 + "不断提高获得感。"
PAGES = {
    "blank lines": ("县委召开\n会议。\n\n会议要求\n落实。", ["县委召开会议。", "会议要求落实。"]),
    "Windows line ends": ("县委召开\r\n工作会议。\r\n\r\n会议要求。", ["县委召开工作会议。", "会议要求。"]),
    "blank lines with blanks": ("县委召开会议。\n \t\n会议要求落实。", ["县委召开会议。", "会议要求落实。"]),
    "a line for each": (f"{LONG}\n{LONG}", [LONG, LONG]),
    "indented, wrapped lines": (
        "　　5月5日，县委召开农村工\n作会议，县委书记出席会议并\n讲话。\n　　会议要求，全县上下要抓\n好落实。",
        ["5月5日，县委召开农村工作会议，县委书记出席会议并讲话。", "会议要求，全县上下要抓好落实。"],
    ),
    "wrapped lines, short last line": (
        "5月5日，县委召开农村工作会\n议，县委书记出席并讲话。\n会议。\n会议要求，全县上下要抓好落\n实。",
        ["5月5日，县委召开农村工作会议，县委书记出席并讲话。会议。", "会议要求，全县上下要抓好落实。"],
    ),
    "headline over a dateline": (
        "会议要求，全县上下要抓好落实。\n县委召开农村工作会议\n本报讯(记者 甲文)5月5日，县\n委召开会议。",
        ["会议要求，全县上下要抓好落实。", "县委召开农村工作会议", "本报讯(记者甲文)5月5日，县委召开会议。"],
    ),
    "headline in a column": (
        "会议要求，全县上下要抓好落\n实，办好实事。\n双河镇茶农忙\n清明过后，双河镇的茶园里人\n来人往。",
        ["会议要求，全县上下要抓好落实，办好实事。", "双河镇茶农忙", "清明过后，双河镇的茶园里人来人往。"],
    ),
    "full headline over a full date": (
        "会议要求，全县上下要抓好落实。\n\n县领导到云岭物流园调研时强调\n2012年5月5日，由县委书记\n率领的调研组到云岭物流园调研。",
        [
            "会议要求，全县上下要抓好落实。",
            "县领导到云岭物流园调研时强调",
            "2012年5月5日，由县委书记率领的调研组到云岭物流园调研。",
        ],
    ),
    "a line that a column's edge tore": (
        "县委书记到青川村看望村民，驻村干\n部王华是县自然资\n贺兰舟走进果园，要求合作社把果子卖\n出好价钱，让村民得实惠。",
        [
            "县委书记到青川村看望村民，驻村干部王华是县自然资",
            "贺兰舟走进果园，要求合作社把果子卖出好价钱，让村民得实惠。",
        ],
    ),
    "a caption within the text": (
        "三个乡的代表坐在一起，把果业怎么\n图为王华与果农李青在果园。甲文 摄\n发展说了个明白，会议开了一天。",
        ["三个乡的代表坐在一起，把果业怎么", "图为王华与果农李青在果园。甲文摄", "发展说了个明白，会议开了一天。"],
    ),
    "a caption within a line for each": (
        f"{LONG}\n5月5日，县中学举行读书节，县作家协会\n图片:5月4日，王华与果农李青在果园。\n{LONG}",
        [LONG, "5月5日，县中学举行读书节，县作家协会", "图片：5月4日，王华与果农李青在果园。", LONG],
    ),
    "a headline below a picture of the archive": (
        f"{LONG}\n▲图为青川村的茶园。村里种茶三千亩。 本报资料照片\n双河镇茶农忙\n{LONG}",
        [LONG, "▲图为青川村的茶园。村里种茶三千亩。本报资料照片", "双河镇茶农忙", LONG],
    ),
    "a first line that goes on": (
        "县林业局的王华，驻村已 三年，名\n下的账目记满了三大本，村民都夸他。",
        ["县林业局的王华，驻村已三年，名下的账目记满了三大本，村民都夸他。"],
    ),
    "lines that stand alone": (
        "会议要求，全县上下要抓好落实\n责编：甲文 校对：乙武\n★相关新闻\n会议还研究了其他事项",
        ["会议要求，全县上下要抓好落实", "责编：甲文校对：乙武", "★相关新闻", "会议还研究了其他事项"],
    ),
    "Markdown": (
        "# 县委召开会议\n正文**很好**。\n> 引文在此。\n>> (甲文)",
        ["县委召开会议", "正文很好。", "引文在此。", "(甲文)"],
    ),
}


@pytest.mark.parametrize("case", PAGES)
def test_paragraphs_are_found(case: str) -> None:
    raw, expected = PAGES[case]
    assert [close(paragraph.clean).text for paragraph in paragraphs(raw)] == expected


def test_lines_are_counted_and_pictures_noted() -> None:
    found = paragraphs("县委召开会议。\r\n\r\n会议要求。\n\n![](a.png)\n\n图片说明。\n\n\n\n又一张。\n\n结束。")
    assert [(paragraph.line, paragraph.after_picture) for paragraph in found] == [
        (1, False),
        (3, False),
        (7, True),
        (11, True),
        (13, False),
    ]


def test_headings_are_noted() -> None:
    assert [paragraph.heading for paragraph in paragraphs("# 标题\n\n正文。")] == [True, False]
