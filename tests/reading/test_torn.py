"""The rest of a torn paragraph goes back behind its beginning, and only there."""

from __future__ import annotations

import pytest

from tests.reading.factory import read

FIRST = "县长贺兰舟在讲话中说，全县水草丰美、牛羊成群，要抓住时机发展乳"
OTHER = "五月三日，县林业局在云岭乡举行植树活动，种下松苗两千株。"

TORN = {
    "half a word": (FIRST, "品加工业。会后，代表们参观了奶站。", True),
    "one character": ("各乡组织人力，把沿河各村的老人和孩子都登记造", "册，转移路线落实到户。", True),
    "a body and its post": ("参加会议的还有宣传部长王华，以及县人大常委会", "副主任薛明、县工会主席李云等。", True),
    "a title": (f"{FIRST}业。会上签订了《云岭牧场", "合作协议》。县长讲了话。", True),
    "no title": (FIRST, "合作协议》。县长讲了话。", False),
    "a quotation": ("县长贺兰舟说，今年的奶价“好比是压在心上", "的石头”。会后，代表们参观了奶站。", True),
    "a post printed twice": (
        "五月三日，参加会议的还有县政协主席王华、副",
        "副县长薛明等。会后，代表们参观了奶站。",
        True,
    ),
    "a word before a character that opens many": ("代表们来到青川村，看牧民在晒谷", "场翻晒牧草，大家都说好。", True),
    "a word that only both sides make": (
        "县长贺兰舟说，要把今年各项工作落",
        "实情况汇总上报。会后，代表们参观了奶站。",
        True,
    ),
    "a word, but a beginning of its own": ("县长贺兰舟说，要把今年各项工作抓实", "现场，代表们参观了奶站。", False),
    "a sentence of its own": (FIRST, "县医院昨天派出医疗队下乡。", False),
    "a name": (FIRST, "王明在会上发了言。", False),
    "whole": ("县长贺兰舟在讲话中说，要抓住时机发展畜牧业。", "品加工业。会后，代表们参观了奶站。", False),
}


@pytest.mark.parametrize(("beginning", "rest", "joined"), TORN.values(), ids=TORN)
def test_rests_of_torn_paragraphs(beginning: str, rest: str, joined: bool) -> None:
    page = read("县里召开畜牧会议", f"本报讯(记者甲文){beginning}", "云岭乡植树忙", f"本报讯(记者乙武){OTHER}", rest)
    first = page.articles[0].text.replace("\n", "")
    assert (beginning + rest in first) is joined


def test_what_follows_a_rest_goes_with_it() -> None:
    rest, more = "品加工业。会后，代表们参观了奶站。", "贺兰舟说，全县要发展乳品加工，奶站要办好。"
    page = read(
        "县里召开畜牧会议",
        f"本报讯(记者甲文){FIRST}",
        "云岭乡植树忙",
        f"本报讯(记者乙武){OTHER}",
        rest,
        more,
        "云岭乡的松苗由县林业局供给，五月还要种松苗三千株。",
    )
    assert page.articles[0].text.endswith(more) and page.articles[1].text.endswith("三千株。")


def test_who_stands_in_both_reports_keeps_no_paragraph_back() -> None:
    rest = "品加工业。会后，贺兰舟参观了奶站。"
    more = "贺兰舟、丁望山说，全县要发展乳品加工。丁望山还到了奶站。"
    page = read(
        "县里召开畜牧会议",
        f"本报讯(记者甲文){FIRST}",
        "贺兰舟到云岭乡植树",
        f"本报讯(记者乙武)县长贺兰舟到云岭乡植树。{OTHER}",
        rest,
        more,
    )
    assert page.articles[0].text.endswith(more)


def test_a_rest_is_known_by_a_name_of_its_report_alone() -> None:
    page = read(
        "贺兰舟率团到江苏招商",
        "本报讯(记者甲文)五月三日，县长贺兰舟率团到江苏招商，在海安，贺兰舟同那里的商人就办厂的",
        "云岭乡植树忙",
        f"本报讯(记者乙武){OTHER}",
        "配套政策谈了看法。贺兰舟表示，县里将办好服务。",
        "县气象局预报有雨。",
    )
    assert page.articles[0].text.endswith("办好服务。") and page.articles[1].text.endswith("有雨。")


def test_what_shares_no_words_goes_with_the_next_of_a_rest() -> None:
    page = read(
        "县里召开畜牧会议",
        f"本报讯(记者甲文){FIRST}",
        "云岭乡植树忙",
        f"本报讯(记者乙武){OTHER}",
        "品加工业。会后，代表们参观了奶站。",
        "今年雨水足，草长得好。",
        "贺兰舟和顾长河陪同客人看了牛羊。",
    )
    assert page.articles[0].text.endswith("看了牛羊。") and page.articles[1].text.endswith("两千株。")


def test_the_longer_word_tells_whose_rest_it_is() -> None:
    page = read(
        "县里召开畜牧会议",
        "本报讯(记者甲文)五月三日，全县畜牧会议召开，县供销社理事长薛明和云岭乳业公司董",
        "云岭乡植树忙",
        "本报讯(记者乙武)五月三日，云岭乡植树，县自然资",
        "事长王华作了发言。",
        "源局派人到场指导。",
    )
    assert "董事长王华" in page.articles[0].text.replace("\n", "")
    assert "自然资源局" in page.articles[1].text.replace("\n", "")


def test_what_stands_behind_a_second_copy_goes_with_the_first() -> None:
    copied = "贺兰舟走进云鹿奶站，察看了冷藏罐和化验室，要求把好每一道关口。"
    page = read(
        "县长检查奶站",
        "本报讯(记者甲文)五月三日，县长贺兰舟检查奶站。",
        copied,
        "云岭乡植树忙",
        f"本报讯(记者乙武){OTHER}",
        copied,
        "眼下云鹿奶站每天收奶三吨。",
    )
    assert page.articles[0].text.endswith("三吨。") and page.articles[1].text.endswith("两千株。")


def test_a_report_torn_at_its_end_takes_the_one_rest_that_tells_of_it() -> None:
    page = read(
        "县里建云鹿奶站",
        "本报讯(记者甲文)五月三日，县长贺兰舟宣布，云鹿奶站将占地八亩",
        "云岭乡植树忙",
        f"本报讯(记者乙武){OTHER}",
        "网室两间，云鹿奶站出料，农户出工。",
    )
    assert page.articles[0].text.endswith("出工。")


def test_a_rest_that_has_gone_to_one_torn_report_goes_to_no_other() -> None:
    page = read(
        "县里建云鹿奶站",
        "本报讯(记者甲文)五月三日，县长贺兰舟宣布，云鹿奶站将占地八亩",
        "石桥镇修渠",
        "本报讯(记者丁文)五月四日，石桥镇动工修渠，渠首将占地六亩",
        "云岭乡植树忙",
        f"本报讯(记者乙武){OTHER}",
        "网室两间，云鹿奶站出料，农户出工。",
    )
    assert page.articles[0].text.endswith("出工。") and page.articles[1].text.endswith("六亩")


def test_a_picture_set_into_a_report() -> None:
    page = read(
        "县里召开畜牧会议",
        "本报讯(记者甲文)五月三日，全县畜牧会议召开，县长贺兰舟出席。",
        "图片新闻",
        "五月二日，云岭乡的孩子们在放风筝。 记者 乙武 摄",
        "会上，云岭乡乡长顾长河作了发言。",
    )
    assert "顾长河" in page.articles[0].text
