"""Who came into a post or left it, and when; all people are invented."""

from __future__ import annotations

import pytest

from kg.extraction import Extractor
from kg.reading import read_page

HEAD = "云岭日报 2019年3月5日 第1版\n\n金寨县召开会议\n\n本报讯(记者/吴念一)3月4日，金寨县召开会议，县委书记出席。"

CHANGES = [
    # The day of the sentence, of the event before, of the issue.
    ("2月27日，县人大常委会决定任命贺兰舟为金寨县人民政府副县长。", [("贺兰舟", "副县长", "began", "2019-02-27")]),
    ("县人大常委会任命贺兰舟为副县长，免去石磊的县教育局局长职务。",
     [("贺兰舟", "副县长", "began", "2019-03-04"), ("石磊", "局长", "ended", "2019-03-04")]),
    ("会议免去石磊同志常务副县长一职。", [("石磊", "常务副县长", "ended", "2019-03-04")]),
    ("会议决定接受石磊辞去金寨县人民政府县长职务的请求。", [("石磊", "县长", "ended", "2019-03-04")]),
    ("县委宣布，贺兰舟同志任金寨县委书记，石磊同志不再担任金寨县委书记、常委职务。",
     [("贺兰舟", "书记", "began", "2019-03-04"), ("石磊", "书记", "ended", "2019-03-04"),
      ("石磊", "常委", "ended", "2019-03-04")]),
    ("石磊不再担任金寨县委书记。", [("石磊", "书记", "ended", "2019-03-04")]),
    ("石磊因年龄原因辞去县茶叶协会会长一职。", [("石磊", "会长", "ended", "2019-03-04")]),
    ("贺兰舟、石磊当选为县人民政府副县长。",
     [("贺兰舟", "副县长", "began", "2019-03-04"), ("石磊", "副县长", "began", "2019-03-04")]),
    # One verb for several people.
    ("任命贺兰舟、石磊为县政府副县长，云中鹤为县教育局局长。",
     [("贺兰舟", "副县长", "began", "2019-03-04"), ("石磊", "副县长", "began", "2019-03-04"),
      ("云中鹤", "局长", "began", "2019-03-04")]),
    ("2月27日，金寨县茶叶协会换届，选举贺兰舟为会长。", [("贺兰舟", "会长", "began", "2019-02-27")]),
    # Partial dates, and what is told of a life.
    ("2015年，贺兰舟当选为金寨县茶叶协会会长。", [("贺兰舟", "会长", "began", "2015")]),
    ("2015年当选为金寨县茶叶协会会长的贺兰舟说。", [("贺兰舟", "会长", "began", "2015")]),
    ("2018年10月，贺兰舟出任金寨县茶叶协会会长。", [("贺兰舟", "会长", "began", "2018-10")]),
    ("2月28日，石磊卸任县委书记。", [("石磊", "书记", "ended", "2019-02-28")]),
    ("贺兰舟出任金寨县茶叶协会会长，为人热情。", []),
    ("石磊已卸任县委书记。", []),
    # A day that nobody knows, and what has not happened or not now.
    ("近日，县委任命贺兰舟为县教育局局长。", []),
    ("会议听取了关于提请任命贺兰舟为副县长的议案。", []),
    ("拟任命贺兰舟为县教育局局长。", []),
    ("贺兰舟再次当选为金寨县茶叶协会会长。", []),
    ("贺兰舟当选会长后，协会活动很多。", []),
    # The verb is about others.
    ("县委书记石磊主持会议，任命了一批干部，县长贺兰舟讲话。", []),
    ("会议选举产生了新一届领导班子，贺兰舟(县教育局局长)参加。", []),
    ("会议任命县教育局局长石磊为副县长。", [("石磊", "副县长", "began", "2019-03-04")]),
    ("由贺兰舟任会长的金寨县茶叶协会成立。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_changes_of_office(extractor: Extractor, text: str, changes: list[tuple[str, str, str, str]]) -> None:
    page = read_page(f"{HEAD}{text}\n".encode(), "invented.txt")
    [extraction] = extractor.extract(page)
    names = {mention.id: mention.name for mention in extraction.mentions}
    told = [(post, post.change) for post in extraction.posts if post.change]
    assert [(names[p.person], p.title, change.kind, str(change.date)) for p, change in told] == changes
    for post, change in told:
        words = page.text[change.span.start : change.span.end]
        assert names[post.person] in words and post.title in words


def test_the_day_of_issue_counts_where_the_page_tells_of_no_event(extractor: Extractor) -> None:
    text = "云岭日报 2019年3月5日 第1版\n\n任免通知\n\n金寨县人民政府决定：任命贺兰舟为县教育局局长。\n"
    [extraction] = extractor.extract(read_page(text.encode(), "invented.txt"))
    assert [str(post.change and post.change.date) for post in extraction.posts] == ["2019-03-05"]
