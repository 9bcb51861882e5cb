"""Which shorter names keep something of each word of a longer one; all names are invented but for their words."""

from __future__ import annotations

import pytest

from kg.resolution.contractions import contracts
from kg.resolution.forms import normal
from tests.resolution.told import body, division, known, labels, told

CONTRACTIONS = [
    ("重医附一院", "重庆医科大学附属第一医院"),
    ("沛县松涛高中", "沛县松涛高级中学"),
    ("农行沛县支行", "中国农业银行沛县支行"),
    ("沛县中院", "沛县中级人民法院"),
    ("江苏省林科院", "江苏省林业科学研究院"),
    ("沛县中医院", "沛县中医医院"),
    ("沛县农机局", "沛县农业机械局"),
    ("沛县公路局", "沛县公路管理局"),
    ("边贸公司", "沛县边境贸易公司"),
    ("松涛智驾", "上海松涛智能驾驶科技有限公司"),
    ("热作学院", "华南热带作物学院"),
]
OTHERS = [
    ("沛县医院", "沛县中医医院"),
    ("沛县教育局", "沛县教育体育局"),
    ("沛县农业局", "沛县农业机械局"),
    ("沛县中学", "沛县高级中学"),
    ("沛县松涛中学", "沛县松涛中心小学"),
    ("沛县实验小学", "沛县实验学校小学部"),
    ("沛县委", "沛县人民委员会"),
    ("沛县人大", "沛县人大常委会"),
    ("莒县政府", "莒南县政府"),
    ("江苏省农科院", "江苏省农业科学院水稻研究所"),
]


def agree(short: str, long: str) -> bool:
    one, other = normal("Organization", short), normal("Organization", long)
    return one == other or contracts(one, other)


@pytest.mark.parametrize(("short", "long"), CONTRACTIONS)
def test_a_contraction_keeps_something_of_each_word(short: str, long: str) -> None:
    assert agree(short, long)


@pytest.mark.parametrize(("short", "long"), OTHERS)
def test_what_leaves_a_word_out_is_another_body(short: str, long: str) -> None:
    assert not agree(short, long)


def test_one_page_has_one_body_under_both_names() -> None:
    page = told("p1", division("沛县"), body("云岭农业大学附属第一医院"), body("云农附一院"))
    assert labels(known(page), "Organization") == ["云岭农业大学附属第一医院"]


def test_a_contraction_of_two_bodies_of_the_page_is_neither() -> None:
    names = [body("沛县松涛高级中学"), body("沛县松涛高级中专"), body("沛县松涛高中")]
    assert len(labels(known(told("p1", *names)), "Organization")) == 3
