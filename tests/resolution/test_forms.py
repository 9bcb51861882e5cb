"""Names are compared without what only dresses them; standard forms are real names, bare forms are none."""

from __future__ import annotations

import pytest

from kg.model import Kind
from kg.resolution.forms import is_bare, normal, standard_forms

SAME = [
    ("Organization", "桃源村村民小组", "桃源村民小组"),
    ("Organization", "云岭县农村信用合作联社", "云岭县农信联社"),
    ("Organization", "青澜市对口支援新疆前方指挥部", "青澜市援疆前方指挥部"),
    ("Organization", "云岭县人民政府", "云岭县政府"),
    ("Organization", "云岭县市场监督管理局", "云岭县市场监管局"),
    ("Organization", "云岭县发展和改革局", "云岭县发改局"),
    ("Organization", "国家发展和改革委员会", "国家发展改革委"),
    ("Organization", "云岭县人力资源和社会保障局", "云岭县人社局"),
    ("Organization", "云岭县第十一届人民代表大会常务委员会", "云岭县人大常委会"),
    ("Organization", "云岭县十一届人大常委会", "云岭县人大常委会"),
    ("Organization", "中国人民政治协商会议云岭县委员会", "云岭县政协"),
    ("Organization", "政协云岭县委员会", "云岭县政协"),
    ("Organization", "中国共产党云岭县委员会", "云岭县委"),
    ("Organization", "中共云岭县委组织部", "云岭县委组织部"),
    ("Organization", "中共松涛镇委员会", "松涛镇党委"),
    ("Organization", "共青团云岭县委员会", "团云岭县委"),
    ("Organization", "云岭团县委", "共青团云岭县委"),
    ("Organization", "云岭县团委", "共青团云岭县委"),
    ("Organization", "云岭县科学技术局", "云岭县科技局"),
    ("Organization", "云岭县工商业联合会", "云岭县工商联"),
    ("Organization", "中国农业银行青澜分行", "农行青澜分行"),
    ("Organization", "岚川科技有限责任公司", "岚川科技有限公司"),
    ("Organization", "岚川电机（云岭）有限公司", "岚川电机(云岭)有限公司"),
    ("Organization", "云岭县第一中学", "云岭县一中"),
    ("Organization", "青澜土家族苗族自治州政府", "青澜州政府"),
    ("Organization", "云岭畲族自治县水利局", "云岭县水利局"),
    ("Organization", "云县县委", "云县委"),
    ("Organization", "云岭县计划委员会", "云岭县计委"),
    ("Organization", "云岭县人民医院", "云岭县医院"),
    ("Organization", "云岭县人民医院工会", "云岭县医院工会"),
    ("Organization", "云岭县第一高级中学", "云岭县一高"),
    ("Organization", "云岭县侨务办公室", "云岭县侨办"),
    ("Place", "青澜高新技术产业开发区", "青澜高新区"),
    ("Place", "松涛产业园区", "松涛产业园"),
    ("Programme", "“千校数字行动”", "千校数字行动"),
    ("Programme", "青澜—云岭协作", "青澜-云岭 协作"),
    ("Person", "阿依古丽·买买提", "阿依古丽 买买提"),
]
APART = [
    ("Organization", "云岭县人大", "云岭县人大常委会"),
    ("Organization", "云岭县委", "云岭县纪委"),
    ("Organization", "团风县委", "共青团风县委"),
    ("Organization", "中共中央", "中央"),
    ("Organization", "云岭县科学技术协会", "云岭县科学技术局"),
    ("Organization", "吉林省委", "吉林市委"),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_two_forms_of_one_name_are_the_same(kind: Kind, one: str, other: str) -> None:
    assert normal(kind, one) == normal(kind, other)


@pytest.mark.parametrize(("kind", "one", "other"), APART)
def test_two_names_stay_apart(kind: Kind, one: str, other: str) -> None:
    assert normal(kind, one) != normal(kind, other)


@pytest.mark.parametrize("name", ["“”", "——", "、", "中共", "委"])
def test_a_normal_form_is_never_empty(name: str) -> None:
    assert normal("Programme", name)
    assert normal("Person", name)


STANDARDS = {
    "云岭县政府": {"云岭县人民政府"},
    "云岭县人民政府": {"云岭县政府"},
    "云岭县政府办公室": {"云岭县人民政府办公室"},
    "云岭县市场监管局": {"云岭县市场监督管理局"},
    "云岭县市场监督管理局": {"云岭县市场监管局"},
    "国家发改委": {"国家发展和改革委员会"},
    "云岭县委": {"中共云岭县委", "中共云岭县委员会"},
    "云岭县委组织部": {"中共云岭县委组织部"},
    "松涛镇党委": {"中共松涛镇委员会"},
    "共青团云岭县委": {"共青团云岭县委员会", "团云岭县委"},
    "农行青澜分行": {"中国农业银行青澜分行"},
    "云岭县科技局": {"云岭县科学技术局"},
    "云岭县法院": {"云岭县人民法院"},
    "云岭县人民检察院": {"云岭县检察院"},
    "云岭海事法院": set(),
    "云岭县教育局": set(),
    "岚川科技有限公司": set(),
    "开工行动中心": set(),
}


@pytest.mark.parametrize(("name", "forms"), STANDARDS.items())
def test_standard_forms(name: str, forms: set[str]) -> None:
    assert set(standard_forms(name)) == forms


BARE = [
    ("区委", "云岭区委", True),
    ("市市场监管局", "青澜市市场监管局", True),
    ("镇党委", "松涛镇党委", True),
    ("该局", "云岭县教育局", True),
    ("我市", "青澜市", True),
    ("团县委", "共青团云岭县委", True),
    ("工商联", "云岭县工商联", True),
    ("高新区党工委", "青澜高新区党工委", True),
    ("县十一届人大常委会", "云岭县人大常委会", True),
    ("工作站", "青澜云岭数据服务工作站", True),
    ("云岭", "云岭县", False),
    ("镇江", "镇江市", False),
    ("国科大", "中国科学院大学", False),
    ("岚川科技", "岚川科技有限公司", False),
    ("云岭县委", "云岭县委", False),
]


@pytest.mark.parametrize(("form", "name", "bare"), BARE)
def test_a_form_that_needs_its_article_is_bare(form: str, name: str, bare: bool) -> None:
    assert is_bare(form, name) is bare
