"""Posts whose body another sentence tells: elections, sides of a pact, units; all people are invented."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

HEAD = "金寨县召开工作会议\n\n本报讯(记者/吴念一)3月5日，金寨县召开会议，县委书记出席。"

POSTS = [
    # Those elected are at the society that is founded or holds its congress, wherever guests come from.
    (
        "金寨县茶叶协会在斑竹园镇成立。安徽省食品协会秘书长凌霄前来授牌。青禾公司总经理贺兰舟当选会长，石磊任秘书长。",
        [
            ("凌霄", "秘书长", "安徽省食品协会"),
            ("贺兰舟", "总经理", "青禾公司"),
            ("贺兰舟", "会长", "金寨县茶叶协会"),
            ("石磊", "秘书长", "金寨县茶叶协会"),
        ],
    ),
    (
        "金寨县茶叶协会换届。青禾公司总经理贺兰舟、云岭公司经理石磊等7人当选副会长。",
        [
            ("贺兰舟", "总经理", "青禾公司"),
            ("贺兰舟", "副会长", "金寨县茶叶协会"),
            ("石磊", "经理", "云岭公司"),
            ("石磊", "副会长", "金寨县茶叶协会"),
        ],
    ),
    (
        "大会选出县侨联第八届委员会，贺兰舟当选主席。大会聘请石磊、田野等十五位海外乡亲为名誉主席。",
        [
            ("贺兰舟", "主席", "金寨县侨联"),
            ("石磊", "名誉主席", "金寨县侨联"),
            ("田野", "名誉主席", "金寨县侨联"),
        ],
    ),
    (
        "青禾公司随后开会，董事长由贺兰舟担任；县制鞋厂厂长石磊被聘为总经理。",
        [("贺兰舟", "董事长", "青禾公司"), ("石磊", "厂长", "金寨县制鞋厂"), ("石磊", "总经理", "青禾公司")],
    ),
    # A group that a sentence founds.
    (
        "县林业局和县公安局成立联合勘界组，贺兰舟、石磊任副组长。",
        [("贺兰舟", "副组长", "联合勘界组"), ("石磊", "副组长", "联合勘界组")],
    ),
    # Verbs of choosing, and the capacity in which somebody acts.
    (
        "代表们投票选出贺兰舟为斑竹园镇镇长，选出农技员石磊为副镇长。",
        [
            ("贺兰舟", "镇长", "斑竹园镇政府"),
            ("石磊", "农技员", None),
            ("石磊", "副镇长", "斑竹园镇政府"),
        ],
    ),
    (
        "贺兰舟以青禾公司总经理的身份签约。",
        [("贺兰舟", "总经理", "青禾公司")],
    ),
    # Two sides have one post each.
    (
        "金寨县工商联与霍山县工商联签约，双方主席贺兰舟、石磊分别签字。",
        [("贺兰舟", "主席", "金寨县工商联"), ("石磊", "主席", "霍山县工商联")],
    ),
    (
        "斑竹园镇与六安市南溪镇结为友好乡镇，两镇镇长贺兰舟、石磊签字。",
        [("贺兰舟", "镇长", "斑竹园镇政府"), ("石磊", "镇长", "南溪镇政府")],
    ),
    (
        "斑竹园镇与六安市南溪镇结为友好乡镇，两镇党委书记贺兰舟、石磊签字。",
        [("贺兰舟", "书记", "斑竹园镇党委"), ("石磊", "书记", "南溪镇党委")],
    ),
    # Members of a chamber are not those of a bureau.
    (
        "县人大常委会听取了县水务局局长贺兰舟的报告，审议时，委员石磊追问了欠款。",
        [("贺兰舟", "局长", "金寨县水务局"), ("石磊", "委员", "金寨县人大常委会")],
    ),
    (
        "县政协视察职业教育。委员、县茶叶协会会长贺兰舟建议增设专业，委员、县律师协会秘书长尹秋白关心实习。",
        [
            ("贺兰舟", "委员", "金寨县政协"),
            ("贺兰舟", "会长", "金寨县茶叶协会"),
            ("尹秋白", "委员", "金寨县政协"),
            ("尹秋白", "秘书长", "金寨县律师协会"),
        ],
    ),
    # Units by their kind alone, and those of stations and institutes.
    (
        "皖西学院材料系与金寨县签约，系主任贺兰舟签字。",
        [("贺兰舟", "主任", "皖西学院材料系")],
    ),
    (
        "县果树研究所副所长兼品种室主任贺兰舟发言。",
        [("贺兰舟", "副所长", "金寨县果树研究所"), ("贺兰舟", "主任", "金寨县果树研究所品种室")],
    ),
    (
        "代表团走进皖西大学机械学院。该校党委常委、副校长贺兰舟陪同。",
        [("贺兰舟", "常委", "皖西大学党委"), ("贺兰舟", "副校长", "皖西大学")],
    ),
    ("在县人武部，部长贺兰舟介绍情况。", [("贺兰舟", "部长", "金寨县人武部")]),
    # Words on the holder between the body or the post and his name.
    ("斑竹园镇英才村党支部的90后书记贺兰舟说。", [("贺兰舟", "书记", "斑竹园镇英才村党支部")]),
    ("斑竹园镇党委委员、大学生村官出身的贺兰舟说。", [("贺兰舟", "委员", "斑竹园镇党委")]),
    ("从六安市环保局固废中心抽调来的工程师贺兰舟说。", [("贺兰舟", "工程师", "六安市环保局固废中心")]),
    # What a note on each of a list holds does not end the list.
    (
        "县茶叶协会换届。副会长：贺兰舟(女，县粮食局粮油贸易公司经理)、石磊。",
        [
            ("贺兰舟", "副会长", "金寨县茶叶协会"),
            ("贺兰舟", "经理", "金寨县粮食局粮油贸易公司"),
            ("石磊", "副会长", "金寨县茶叶协会"),
        ],
    ),
    # The committee of the league by its level.
    ("共青团县委书记贺兰舟参加。", [("贺兰舟", "书记", "共青团金寨县委")]),
]


@pytest.mark.parametrize(("text", "posts"), POSTS, ids=[text for text, _ in POSTS])
def test_posts_of_bodies_told_elsewhere(sheet_of: Reader, text: str, posts: list[tuple[str, str, str | None]]) -> None:
    sheet = sheet_of(HEAD + text)
    found = [(p.person.name, p.title, p.body.name if p.body else None) for p in sheet.holdings if p.rule != "byline"]
    assert sorted(found, key=str) == sorted(posts, key=str)
