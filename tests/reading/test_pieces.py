"""Short news, notices, pictures with a report of their own: each is one article; all pages here are invented."""

from __future__ import annotations

import pytest

from tests.reading.factory import blocks, headlines, read

NEWS = ("县委召开农村工作会议", "本报讯(记者 甲文)5月5日，云岭县召开农村工作会议。")
FIRST, SECOND = "5月7日，县工会举办歌咏比赛。", "近日，县文化馆送戏下乡。"
HEAD = NEWS[0]

SPLIT: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "items with a mark": (("简 讯", f"★{FIRST}", f"★{SECOND}"), [HEAD, "简讯"]),
    "triangles are no pictures here": (("【短波】", f"▲{FIRST}", f"▲{SECOND}"), [HEAD, "【短波】"]),
    "a section of its own name": (("要闻快递", f"●{FIRST}", f"●{SECOND}"), [HEAD, "要闻快递"]),
    "a name known by its items": (("山乡一瞥", f"◆{FIRST}", f"◆{SECOND}"), [HEAD, "山乡一瞥"]),
    "datelines within items": (("简明新闻", f"●本报讯 {FIRST}", f"●本报讯 {SECOND}"), [HEAD, "简明新闻"]),
    "items without a mark": (("简讯", f"{FIRST}（乙武）", f"{SECOND}（丙全）"), [HEAD, "简讯"]),
    "reports with headlines are articles": (
        ("简讯", "工会举办比赛", f"本报讯 {FIRST}", "文化馆送戏", f"本报讯 {SECOND}"),
        [HEAD, "工会举办比赛", "文化馆送戏"],
    ),
    "a headline ends the section": (
        ("简讯", f"★{FIRST}", f"★{SECOND}", "春茶飘香", "青川镇的茶园里，人们正忙着采茶。"),
        [HEAD, "简讯", "春茶飘香"],
    ),
    "a signature ends the section": (
        ("简讯", f"★{FIRST}", f"★{SECOND}（乙武）", "全县今年造林三千亩。"),
        [HEAD, "简讯", ""],
    ),
    "a title spelled with blanks": (("启 事", "本厂招收电工两名，有意者请与厂办联系。"), [HEAD, "启事"]),
    "pictures in the news": (("图片新闻", f"{FIRST} 甲文 摄"), [HEAD, "图片新闻"]),
    "a picture and short news": (
        ("图片新闻", f"{FIRST} 甲文 摄", "简讯", f"★{FIRST}", f"★{SECOND}"),
        [HEAD, "图片新闻", "简讯"],
    ),
    "the label of a column": (
        ("·青川·", "茶农:忙采春茶 笑迎客人", f"本报讯 {FIRST}"),
        [HEAD, "茶农：忙采春茶 笑迎客人"],
    ),
    "a folio with its section": (("03 本市新闻", "春茶飘香", f"本报讯 {FIRST}"), [HEAD, "春茶飘香"]),
    "a headline that ends as a preposition": (("两县村庄牵手结对", f"本报讯 {FIRST}"), [HEAD, "两县村庄牵手结对"]),
    "rings before items": (("云岭要闻", f"○{FIRST}", f"○{SECOND}"), [HEAD, "云岭要闻"]),
    "a list is no short news": (("主要任务", "●抓好春耕生产。", "●抓好植树造林。"), [HEAD]),
    "lost and declared void": (("遗失声明 云岭县青川养殖合作社遗失公章一枚，声明作废。",), [HEAD, "遗失声明"]),
    "title over the notice": (("招聘启事", "本厂招收电工两名，有意者请与厂办联系。"), [HEAD, "招聘启事"]),
    "forecast": (("县气象台天气预报：今天多云，明天小雨。",), [HEAD, "县气象台天气预报"]),
    "a sentence on a forecast": (("据天气预报：明天小雨，要做好防范。",), [HEAD]),
    "a headline on a notice": (
        ("为了蓝天碧水", "县政府发布公告", f"本报讯 {FIRST}"),
        [HEAD, "为了蓝天碧水 县政府发布公告"],
    ),
    "dated picture": (("[图片说明] 5月6日，工人在青川镇抢修线路，全镇已恢复供电。 甲文 摄",), [HEAD, "[图片说明]"]),
    "picture of the article": (("[图片说明] 会议现场，代表们正在讨论。 甲文 摄",), [HEAD]),
    "notice of appointment": (
        ("云岭县人民政府关于丙全等同志职务任免的通知", "各乡镇人民政府：经研究，决定任命丙全为县水务局局长。"),
        [HEAD, "云岭县人民政府关于丙全等同志职务任免的通知"],
    ),
    "subtitle with a dash": (
        ("铁军来了！", "——某部官兵抗洪侧记", "5月6日凌晨，官兵抵达青川镇。"),
        [HEAD, "铁军来了！ ——某部官兵抗洪侧记"],
    ),
    "dashes of a list": (("今后的任务", "——抓春耕促增收", "——抓造林促增绿", "会议还研究了其他事项。"), [HEAD]),
    "letter-spaced headline": (
        ("来 自 山 区 的 贺 卡", "青川镇小学的孩子们收到了贺卡。"),
        [HEAD, "来自山区的贺卡"],
    ),
    "questions of an interview": (("记者：现在情况怎样？", "丙全：比去年好，园区已建成大棚。"), [HEAD]),
}


@pytest.mark.parametrize("case", SPLIT)
def test_articles_of_sections(case: str) -> None:
    paragraphs, expected = SPLIT[case]
    assert headlines(read(*NEWS, *paragraphs)) == expected


def test_items_are_blocks_of_their_own() -> None:
    short = read(*NEWS, "短波", f"▲{FIRST}", f"▲{SECOND}(乙武)").articles[1]
    assert blocks(short, "body") == [f"▲{FIRST}", f"▲{SECOND}"]
    assert blocks(short, "credit") == ["(乙武)"]


def test_lines_with_marks_are_items_on_wrapped_pages() -> None:
    page = read("\n".join((*NEWS, "简讯", "★5月7日，县工会举办歌咏", "比赛。", f"★{SECOND}")))
    assert blocks(page.articles[-1], "body") == [f"★{FIRST}", f"★{SECOND}"]


def test_letter_spacing_leaves_gaps() -> None:
    article = read("老 区 情 深", "邻县送来帐篷", f"本报讯 {FIRST}").articles[0]
    assert article.headline == "老区情深 邻县送来帐篷"
    assert {1, 2, 3} <= article.gaps
    assert article.span(0, 4).end - article.span(0, 4).start == len("老 区 情 深")


def test_names_parted_by_a_blank_leave_a_gap() -> None:
    article = read("县委召开农村工作会议", "5月5日，县长丙 全出席会议。").articles[0]
    assert article.text.index("丙全") + 1 in article.gaps


CREDITS = {
    "editors with the ways to reach them": (
        "本版编辑 丁 卫  校对 乙武  投稿信箱：a@b.cn  电话：0750-1234567",
        "本版编辑 丁卫 校对 乙武",
    ),
    "editors and the printer": ("本版责编：丁 卫 热线：0750-1234567 印刷：云岭印务公司", "本版责编：丁卫"),
    "letters before a bar": ("校 ▍王远山 李长河", "校 ▍王远山 李长河"),
    "pictures of the page": ("本版图片除署名外均由县文化馆提供", "本版图片除署名外均由县文化馆提供"),
}


@pytest.mark.parametrize("case", CREDITS)
def test_credits_of_the_page(case: str) -> None:
    printed, expected = CREDITS[case]
    assert blocks(read(*NEWS, printed).articles[0], "credit") == [expected]


# Names of papers are invented but for the division that opens them.
PAPERS = [
    ("沁水观察  2021年10月12日 星期二", "沁水观察"),
    ("枞 阳 报", "枞阳报"),
    ("凉山新闻 2019年7月30日 星期二", "凉山新闻"),
    ("山城清河 2019年7月30日 星期二", "山城清河"),
    ("今日八版 2019年7月30日 星期二", None),
    ("综合新闻 2019年7月30日 星期二", None),
    ("民生观察", None),
    ("热线：0750-1234567 印刷：凉山日报印务公司", None),
]


@pytest.mark.parametrize(("line", "publication"), PAPERS)
def test_mastheads_name_the_paper(line: str, publication: str | None) -> None:
    assert read(line, *NEWS).publication == publication


def test_numbers_cut_by_the_column_are_whole() -> None:
    lines = ("本报讯 据统计，6月18日至2", "0日，全县共植树造林1.", "1万株，投资3 000元，占2", "024年投资的一半以上。")
    (article,) = read("云岭开展植树", "\n".join(lines)).articles
    assert blocks(article, "body") == [
        "据统计，6月18日至20日，全县共植树造林1.1万株，投资3 000元，占2024年投资的一半以上。"
    ]
    assert article.text.index("0日") in article.gaps
