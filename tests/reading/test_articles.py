"""Pages are split where a careful reader would, and every block is what it looks like."""

from __future__ import annotations

import pytest

from kg.model import BlockKind
from tests.reading.factory import blocks, headlines, read

LEAD = "5月5日，云岭县召开农村工作会议，县委书记宋明哲出席会议并讲话。"
MORE = "会议要求，全县上下要抓好落实。"
LONG = "云岭县青川镇“百年茶乡 绿动云岭”第三届采茶节暨全县茶叶产业发展大会、茶王评选大赛和乡村旅游推介活动隆重开幕"
NEXT = "近日，云岭县青川镇举办采茶节，吸引了许多游客。"

SPLIT: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "datelines": (
        ("县委召开农村工作会议", f"云岭日报讯(记者/甲文){LEAD}", "青川镇举办采茶节", f"云岭日报讯(记者/乙武){NEXT}"),
        ["县委召开农村工作会议", "青川镇举办采茶节"],
    ),
    "headlines of several lines": (
        ("聚焦乡村振兴", "县委召开农村工作会议", "部署下阶段工作", f"本报讯 {LEAD}"),
        ["聚焦乡村振兴 县委召开农村工作会议 部署下阶段工作"],
    ),
    "subheadings stay inside": (
        ("县委召开农村工作会议", f"本报讯(记者甲文){LEAD}", "抓落实 促发展", MORE, "谋长远", NEXT),
        ["县委召开农村工作会议"],
    ),
    "byline on its own line": (
        ("青川镇举办采茶节", "□文/图 云岭日报记者 乙武", NEXT, "县城添新景", "■本报记者 甲文", MORE),
        ["青川镇举办采茶节", "县城添新景"],
    ),
    "byline after the lead": (
        ("县委召开农村工作会议", f"本报讯(记者甲文){LEAD}", "茶香飘满山城来", NEXT, "文/图 云岭日报记者 乙武", MORE),
        ["县委召开农村工作会议", "茶香飘满山城来"],
    ),
    "signature closes": (
        ("县委召开农村工作会议", f"{LEAD}(甲文)", "云岭县青川镇举办采茶节", NEXT),
        ["县委召开农村工作会议", "云岭县青川镇举办采茶节"],
    ),
    "related news": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "★相关新闻", "青川镇采茶忙", MORE),
        ["县委召开农村工作会议", "青川镇采茶忙"],
    ),
    "continuation with a headline": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "青川镇举办采茶节", "▲上接A01版", MORE),
        ["县委召开农村工作会议", "青川镇举办采茶节"],
    ),
    "continuation without a headline": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "◆ 紧接 A01 版", MORE),
        ["县委召开农村工作会议", ""],
    ),
    "no headline after a signature": (
        ("县委召开农村工作会议", f"{LEAD}(甲文)", NEXT, MORE),
        ["县委召开农村工作会议", ""],
    ),
    "lines of headline parted by furniture": (
        ("县委召开农村工作会议", "来源：云岭网 发布时间：2012-08-15", "部署下阶段工作", f"本报讯 {LEAD}"),
        ["县委召开农村工作会议 部署下阶段工作"],
    ),
    "a headline over the day of its report": (
        ("县委召开农村工作会议", "2012-08-15", LEAD, MORE, "茶香飘满山城来", "[2012-09-02]", NEXT),
        ["县委召开农村工作会议", "茶香飘满山城来"],
    ),
    "a long one over it": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", LONG, "时间：2012-09-02 09:20 来源：云岭网", NEXT),
        ["县委召开农村工作会议", LONG],
    ),
    "lines of web pages and archives": (
        (
            "首页 > 要闻",
            "县委召开农村工作会议",
            "【报纸名称】：云岭日报",
            "【出版日期】2012.08.15",
            "【全文】",
            "阅读数：1207",
            f"本报讯 {LEAD}",
        ),
        ["县委召开农村工作会议"],
    ),
    "a notice ends in its day": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "公 告", MORE, "云岭县水务局", "2012年8月15日"),
        ["县委召开农村工作会议", "公告"],
    ),
    "a text over its day is at its end": (
        ("县委召开农村工作会议", f"{LEAD}县长又说", "2012-08-15", "茶香飘满山城来", NEXT, "2012-08-16"),
        ["县委召开农村工作会议", "茶香飘满山城来"],
    ),
    "a caption before the dateline": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "青川镇采茶忙", "■茶农在采茶。", f"本报讯 {NEXT}"),
        ["县委召开农村工作会议", "青川镇采茶忙"],
    ),
    "what was held": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "青川镇第三届采茶节举行", MORE),
        ["县委召开农村工作会议", "青川镇第三届采茶节举行"],
    ),
    "who speaks and who is there": (
        (
            "县委召开农村工作会议",
            f"本报讯 {LEAD}",
            "宋明哲赵立新出席",
            "县领导宋明哲、赵立新出席，王远山、李长河、孙敬之、周克勤等到会祝贺。",
            "赵立新：把茶业做强",
            "赵立新表示，要把茶业做强，让茶农的日子越过越好，把好山好水变成金山银山。",
            "高朋满座",
            "当晚，县城灯火通明，舞龙舞狮，宾主举杯，畅叙乡情，来宾五百余人同贺佳节。",
        ),
        ["县委召开农村工作会议"],
    ),
    "Markdown headings": (("# 县委召开农村工作会议", LEAD, MORE), ["县委召开农村工作会议"]),
    "another subject": (
        (
            "县委召开农村工作会议",
            f"本报讯 {LEAD}",
            "老茶农的新算盘",
            "青川镇云雾村的李长根种了一辈子茶。去年他把老树换成新苗，又跟着儿子学会了在网上卖茶，一年多挣了三万多块钱，逢人便夸网络好。",
        ),
        ["县委召开农村工作会议", "老茶农的新算盘"],
    ),
    "a day told early": (
        ("县委召开农村工作会议", LEAD, "县工会慰问一线职工", "天刚蒙蒙亮。5月6日，县总工会慰问县城环卫职工。"),
        ["县委召开农村工作会议", "县工会慰问一线职工"],
    ),
    "names after the last sentence close": (
        (
            "县委召开农村工作会议",
            f"{LEAD}　　□记者　甲文",
            "春到茶山",
            "茶山上一片新绿。",
            "采茶时节",
            f"{NEXT} 本报通讯员 乙武",
            "青山新绿",
            MORE,
        ),
        ["县委召开农村工作会议", "春到茶山", "青山新绿"],
    ),
    "a further report without a headline goes on": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", f"又讯 {NEXT}"),
        ["县委召开农村工作会议"],
    ),
    "a further report under a headline": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "采茶忙", f"【青川讯】{NEXT}"),
        ["县委召开农村工作会议", "采茶忙"],
    ),
    "lists of the elected are no headlines": (
        ("县政协选出新主席", f"本报讯 {LEAD}", "主　席：甲文", "副主席：乙武　丙　全（女）", "秘书长：丁成"),
        ["县政协选出新主席"],
    ),
    "the head of the page": (
        (
            "云 岭 乡 音",
            "2024年5月6日 星期一 第12期",
            "中共云岭县委主办 今日四版",
            "县委召开农村工作会议",
            f"本报讯 {LEAD}",
        ),
        ["县委召开农村工作会议"],
    ),
    "torn lines are no headlines": (
        ("县委召开农村工作会议", f"本报讯 {LEAD}", "会议要求全县各级各部门和", "云岭科技有限公司", MORE),
        ["县委召开农村工作会议"],
    ),
}


@pytest.mark.parametrize("case", SPLIT)
def test_articles_begin_where_a_reader_sees_them_begin(case: str) -> None:
    paragraphs, expected = SPLIT[case]
    assert headlines(read(*paragraphs)) == expected


DATELINES = [
    ("云岭日报讯(记者/甲文 通讯员/乙武)", LEAD),
    ("本报讯（记者 甲文）", LEAD),
    ("本报讯 记者甲文 通讯员乙武报道", " " + LEAD),
    ("本报讯", LEAD),
    ("云岭网3月5日青川讯", " " + LEAD),
    ("云岭日报/云岭网讯(记者甲文报道)", LEAD),
    ("新华社北京5月5日电(记者甲文)", LEAD),
    ("云岭融媒讯(见习记者 甲文)", LEAD),
    ("中国云岭网消息(记者 甲文)", LEAD),
    ("(记者 甲文)", LEAD),
    ("本报三月五日讯 记者甲文、通讯员乙武报道：", LEAD),
    ("青川镇5月6日电(通讯员 甲文)", LEAD),
    ("〔記者甲文、乙武／云嶺報導〕", LEAD),
]


@pytest.mark.parametrize(("dateline", "body"), DATELINES)
def test_datelines_are_bylines(dateline: str, body: str) -> None:
    (article,) = read("县委召开农村工作会议", dateline + body).articles
    (byline,) = blocks(article, "byline")
    assert byline.replace("(", "").replace(")", "") == dateline.strip("（）()〔〕").translate(
        str.maketrans("（）／", "()/")
    ).replace("(", "").replace(")", "")
    assert blocks(article, "body") == [LEAD]


NO_DATELINES = [
    "云岭在线教育资讯平台近日上线，群众点赞。",
    "本报通讯员队伍不断壮大，今年又有新成员加入。",
    "云岭日报社举行座谈会，县领导参加。",
    "县电视台消息灵通，群众点赞。",
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_sentences_are_no_datelines(text: str) -> None:
    (article,) = read("云岭日报社举行座谈会", text).articles
    assert blocks(article, "byline") == []


NAMES = {
    "blanks part names": ("文/ 黎明远 王小川 江风", "文/黎明远 王小川 江风"),
    "words of the byline are healed": ("本报记者 黎明远 通 讯员 王小川", "本报记者 黎明远 通讯员 王小川"),
    "a torn name": ("本报记者 黎明 远 通讯员/王小川", "本报记者 黎明远 通讯员/王小川"),
    "names of two characters": ("记者 李 明 王 川 黎明远", "记者 李明 王川 黎明远"),
    "a torn name after its role": ("责编/李 明 美编/王小川", "责编/李明 美编/王小川"),
}


@pytest.mark.parametrize("case", NAMES)
def test_blanks_in_names(case: str) -> None:
    printed, expected = NAMES[case]
    (article,) = read("县委召开农村工作会议", LEAD, printed).articles
    assert blocks(article, "credit") == [expected]


KINDS: dict[str, tuple[str, list[tuple[BlockKind, str]]]] = {
    "arrow": ("→图为茶园。", [("caption", "→图为茶园。")]),
    "words for pictures": ("图为茶园一角。", [("caption", "图为茶园一角。")]),
    "a library is no picture": ("图书馆昨日开放，读者甚多。", [("body", "图书馆昨日开放，读者甚多。")]),
    "photographer": ("采茶现场。 本报记者 甲文 摄", [("caption", "采茶现场。"), ("credit", "本报记者 甲文 摄")]),
    "photographer in brackets": ("采茶现场。(甲文 摄)", [("caption", "采茶现场。"), ("credit", "(甲文 摄)")]),
    "editors": ("责编/甲文 美编/乙武", [("credit", "责编/甲文 美编/乙武")]),
    "editors in brackets": ("【编辑：甲文】", [("credit", "【编辑：甲文】")]),
    "signature": (f"{MORE}(甲文 县农业局)", [("body", MORE), ("credit", "(甲文 县农业局)")]),
    "signature alone": ("（甲文）", [("credit", "(甲文)")]),
    "bracket that signs nothing": (f"{MORE}(见下图)", [("body", f"{MORE}(见下图)")]),
}


@pytest.mark.parametrize("case", KINDS)
def test_paragraphs_become_blocks(case: str) -> None:
    printed, expected = KINDS[case]
    (article,) = read("县委召开农村工作会议", LEAD, printed).articles
    found = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert found == [("headline", "县委召开农村工作会议"), ("body", LEAD), *expected]


FURNITURE = [
    "2024年7月8日 星期一",
    "A02 要闻",
    "第03版：综合",
    "本报地址：云岭县中山路25号 邮政编码：529000 广告许可证号：4400000000",
    "▼下转A03版",
    "云岭日报",
    "来源：云岭网 作者： 发布时间：2012-08-15 19:23:56",
    "您当前的位置：首页 - 新闻中心",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_belongs_to_no_article(line: str) -> None:
    (article,) = read("县委召开农村工作会议", f"本报讯 {LEAD}", line, MORE).articles
    assert blocks(article, "body") == [LEAD, MORE]
    assert blocks(article, "headline") == ["县委召开农村工作会议"]


def test_a_short_sentence_after_a_picture_is_its_caption() -> None:
    (article,) = read("县委召开农村工作会议", LEAD, "\n\n\n茶农们正在采茶。", MORE).articles
    assert blocks(article, "caption") == ["茶农们正在采茶。"]
    assert blocks(article, "body") == [LEAD, MORE]


def test_a_torn_paragraph_goes_on_after_a_picture() -> None:
    (article,) = read(
        "县委召开会议", "5月5日，县委书记宋明哲，县长甲文到云", "→图为会场。", "岭科技有限公司调研。"
    ).articles
    assert blocks(article, "body") == ["5月5日，县委书记宋明哲，县长甲文到云岭科技有限公司调研。"]
    assert blocks(article, "caption") == ["→图为会场。"]
    assert article.text.index("岭科技") in article.gaps


def test_a_torn_paragraph_does_not_go_on_in_a_new_sentence() -> None:
    (article,) = read(
        "县委召开会议", "5月5日，县委书记宋明哲，县长甲文到云岭县推动", "随后，调研组来到青川镇。"
    ).articles
    assert len(blocks(article, "body")) == 2


def test_repeated_paragraphs_are_read_once_and_told() -> None:
    page = read("县委召开农村工作会议", LEAD, "县领导甲文、乙武等参加活动。", "县领导甲文、乙武等参加活动。")
    assert page.articles[0].text.count("县领导") == 1
    assert any("line 5 stands again in line 7" in warning for warning in page.warnings)


def test_continuations_say_so() -> None:
    page = read("县委召开农村工作会议", LEAD, "青川镇举办采茶节", "▲上接A01版", MORE)
    assert [article.kind for article in page.articles] == ["news", "continuation"]


def test_the_day_line_of_a_report_gives_its_year() -> None:
    page = read("县委召开农村工作会议", "2012-08-15", LEAD, "茶香飘满山城来", "2009-05-02", NEXT)
    assert [article.year for article in page.articles] == [2012, 2009]
