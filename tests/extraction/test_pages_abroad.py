"""Posts and people on pages of Hong Kong, Macao, Taiwan and Chinese abroad; all people are invented."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

POSTS = [
    # Councils by the level that the member is told of with.
    ("港九新闻 2010年5月4日\n\n霍山代表团访港\n葵青区议员贺兰舟、立法会议员田野到场。",
     [("贺兰舟", "区议员", "葵青区议会"), ("田野", "立法会议员", "立法会")]),
    ("北马时报 2010年5月4日\n\n霍山代表团来访\n代表团拜会雪州政府。望海区州议员贺兰舟、雪州行政议员田野在场。",
     [("贺兰舟", "州议员", "雪州立法议会"), ("田野", "州行政议员", "雪州政府")]),
    # The office of a town, where the article tells of such offices, and one of the county's councillors.
    ("北海时报 2010年5月4日\n\n霍山参访团来访\n"
     "参访团到竹山镇公所拜会，竹山镇镇长贺兰舟在门口迎接，南投县议员田野作陪。",
     [("贺兰舟", "镇长", "竹山镇公所"), ("田野", "县议员", "南投县议会")]),
    # A division that no table knows, whose level stands twice.
    ("千岛时报 2010年5月4日\n\n霍山代表团来访\n西爪哇省省长阿里·拉曼与霍山县县长田野会面。各县县长出席。",
     [("阿里·拉曼", "省长", "西爪哇省政府"), ("田野", "县长", "霍山县政府")]),
    # A society by its last word alone, with its parts.
    ("港九新闻 2010年5月4日\n\n霍山代表团访港\n"
     "晚上，旅港霍山联谊总会设宴。总会主席贺兰舟、妇女部主任田小满等到场。总会秘书长石磊致词。",
     [("贺兰舟", "主席", "旅港霍山联谊总会"), ("田小满", "主任", "旅港霍山联谊总会妇女部"),
      ("石磊", "秘书长", "旅港霍山联谊总会")]),
    # A group of a society by its task, one known by its head alone, and a temple.
    ("港九新闻 2010年5月4日\n\n霍山代表团访港\n"
     "旅港霍山同乡会康乐组组长贺兰舟、政务司司长石磊到场。望海宫主任委员田野致词。",
     [("贺兰舟", "康乐组组长", "旅港霍山同乡会"), ("石磊", "政务司司长", "香港特区政府"),
      ("田野", "主任委员", "望海宫")]),
    # The body that closes the sentence before, whatever was told of such an office earlier.
    ("千岛时报 2010年5月4日\n\n霍山代表团来访\n"
     "霍山第一小学校长田野随团。代表团参观了望海三语学校。校长贺兰舟致词。",
     [("田野", "校长", "霍山第一小学"), ("贺兰舟", "校长", "望海三语学校")]),
    # A county of one character that is a district today.
    ("港九新闻 1996年5月4日\n\n代表团访港\n当涂的客人与代县县长石磊到场。鄞县县长田野致词。",
     [("石磊", "县长", "代县政府"), ("田野", "县长", "鄞县政府")]),
    # Cities and states abroad: their own heads beside those of the guests.
    ("南洋华报 2010年5月4日\n\n霍山代表团来访\n"
     "（古晋讯）砂拉越州政府拨款，华人社团侨领到场。古晋市长贺兰舟率市议员田野欢迎霍山县县长石磊。"
     "华社欢宴，令吉捐款踊跃。州工程部长拿督阿末·拉曼在座。",
     [("贺兰舟", "市长", "古晋市政府"), ("田野", "市议员", "古晋市议会"), ("石磊", "县长", "霍山县政府"),
      ("阿末·拉曼", "部长", "砂拉越州工程部")]),
    # The office and the council of the district told of, and not of the guests'.
    ("港九新闻 2010年5月4日\n\n霍山代表团访港\n"
     "霍山县教育局局长石磊昨访屯门区议会，本港乡议局、港府官员及特首欢迎。屯门民政事务专员贺兰舟、区议会主席田野等接待。",
     [("石磊", "局长", "霍山县教育局"), ("贺兰舟", "民政事务专员", "屯门民政事务处"), ("田野", "主席", "屯门区议会")]),
    # Bodies of the government that stand without its name, and a part of one.
    ("濠江新报 2010年5月4日\n\n霍山代表团访澳\n"
     "行政长官办公室主任贺兰舟、社会工作局局长田野、经济财政司司长石磊到场。霍山县县长田小满昨率该县旅游局局长叶知秋来澳，"
     "本澳坊众、澳府、特首、街坊总会欢迎。",
     [("贺兰舟", "主任", "澳门行政长官办公室"), ("田野", "局长", "澳门社会工作局"),
      ("石磊", "经济财政司司长", "澳门经济财政司"), ("田小满", "县长", "霍山县政府"),
      ("叶知秋", "局长", "霍山县旅游局")]),
    # Cities, states and ministries of other countries; councillors of chambers, and of the city told of last.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n代表团拜会温哥华市长贺兰舟、移民部次长石磊、工务部长田小野。",
     [("贺兰舟", "市长", "温哥华市政府"), ("石磊", "次长", "移民部"), ("田小野", "部长", "工务部")]),
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n新州上议院议员贺兰舟、立法局议员石磊、加州州众议员田野出席。",
     [("贺兰舟", "议员", "新州上议院"), ("石磊", "议员", "立法局"), ("田野", "州众议员", "加州众议会")]),
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n代表团昨抵墨尔本。市议员贺兰舟致欢迎词，霍山县县长田野致答词。",
     [("贺兰舟", "市议员", "墨尔本市议会"), ("田野", "县长", "霍山县政府")]),
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n槟州首席部长贺兰舟设宴，州水利建设委员会主席石磊作陪。",
     [("贺兰舟", "首席部长", "槟州政府"), ("石磊", "主席", "槟州水利建设委员会")]),
    # What only a gazetteer of the world knows, with the level in the post and before it, on pages at home and abroad.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n沙斯卡通市长贺兰舟、花莲县县长石磊、泗里街县长田野欢迎客人。",
     [("贺兰舟", "市长", "沙斯卡通市政府"), ("石磊", "县长", "花莲县政府"), ("田野", "县长", "泗里街县政府")]),
    # A mission's consul beside its counsellor, and one who heads a part of it.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n中国驻泰国大使馆参赞贺兰舟、领事石磊在座。"
     "大使馆领事部主任田野领事致词。",
     [("贺兰舟", "参赞", "中国驻泰国大使馆"), ("石磊", "领事", "中国驻泰国大使馆"),
      ("田野", "主任", "中国驻泰国大使馆领事部"), ("田野", "领事", "中国驻泰国大使馆")]),
    # The hall of a family, whose name looks like a person's.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n霍山同乡会会长贺兰舟、林东河堂主席石磊、田氏望海堂元老田野出席。",
     [("贺兰舟", "会长", "霍山同乡会"), ("石磊", "主席", "林东河堂"), ("田野", "元老", "田氏望海堂")]),
    # Groups and committees of a society, which stand without it: led by a head of their own, or not.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n"
     "旅港霍山同乡会会长贺兰舟、青年团团长石磊、妇女组主席田小满、副理事长兼妇女委员会主任贺小燕、青年委员会副主任田野出席。",
     [("贺兰舟", "会长", "旅港霍山同乡会"), ("石磊", "团长", "旅港霍山同乡会青年团"),
      ("田小满", "主席", "旅港霍山同乡会妇女组"), ("贺小燕", "副理事长", "旅港霍山同乡会"),
      ("贺小燕", "主任", "旅港霍山同乡会妇女委员会"), ("田野", "副主任", "旅港霍山同乡会青年委员会")]),
    # The society that the page tells of most, where an article names none.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n"
     "旅港霍山同乡会会长贺兰舟设宴，旅港霍山同乡会监事长石磊作陪。\n\n长者聚餐\n同乡会妇女部昨日敬老。妇女部主任田小满致词。",
     [("贺兰舟", "会长", "旅港霍山同乡会"), ("石磊", "监事长", "旅港霍山同乡会"),
      ("田小满", "主任", "旅港霍山同乡会妇女部")]),
    # The office of a deputy, and an office of a society before a name that opens with a word.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n立委贺兰舟的服务处主任石磊到场。",
     [("贺兰舟", "立委", "立法院"), ("石磊", "主任", "贺兰舟服务处")]),
    # Taiwan: a county without a code, its chamber and bureaus, a ward and a village in one word.
    ("中苗时报 2010年5月4日\n\n霍山代表团来访\n"
     "苗栗县长贺兰舟、县议会议长石磊、农业处长田野、头份镇望海里长田小野接待。",
     [("贺兰舟", "县长", "苗栗县政府"), ("石磊", "议长", "苗栗县议会"), ("田野", "处长", "苗栗县政府农业处"),
      ("田小野", "里长", "望海里")]),
    # Who swears in the new officers of a society is a guest: theirs is the society that the report is about.
    ("金港时报 2010年5月4日\n\n新职员就职\n"
     "金港昭伦公所昨举行就职典礼，由金港中华会馆主席贺兰舟监誓。主席石磊、英文书记田野、外交田小野宣誓。",
     [("贺兰舟", "主席", "金港中华会馆"), ("石磊", "主席", "金港昭伦公所"), ("田野", "英文书记", "金港昭伦公所"),
      ("田小野", "外交", "金港昭伦公所")]),
    # A society that only its post vouches for, whose board has those who have an office anyhow.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n"
     "法国华人会主席贺兰舟、青年团团长石磊等理事欢迎客人。",
     [("贺兰舟", "主席", "法国华人会"), ("石磊", "团长", "法国华人会青年团")]),
    # The school's longer name, and what its own words keep of it.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n望海三语学校昨天开课。三语学校校长贺兰舟、校务委员会主席石磊致词。",
     [("贺兰舟", "校长", "三语学校"), ("石磊", "主席", "三语学校校务委员会")]),
    # A bare 市长 with a foreign name is of the city told of last, whatever county the guests are from; and his bureaus.
    ("金港时报 2010年5月4日\n\n霍山县代表团抵埠\n"
     "代表团昨抵墨尔本，霍山县县长田野致词。市长玛丽·费舍致欢迎词，市泊车局局长保罗·欧文列席。",
     [("田野", "县长", "霍山县政府"), ("玛丽·费舍", "市长", "墨尔本市政府"),
      ("保罗·欧文", "局长", "墨尔本市泊车局")]),
    # Those who go to a county are received by its head.
    ("金港时报 2010年5月4日\n\n商会访皖归来\n团员抵霍山县，县长田野设宴款待。",
     [("田野", "县长", "霍山县政府")]),
    # A ministry and a member of parliament on a page of one state, with the district's own office.
    ("北马时报 2010年5月4日\n\n大厦奠基\n"
     "州政府拨款二十万令吉。砂拉越州工业发展部长贺兰舟、州社会发展部助理部长兼望海州议员石磊、国会议员田小野出席。",
     [("贺兰舟", "部长", "砂拉越州工业发展部"), ("石磊", "助理部长", "砂拉越州社会发展部"),
      ("石磊", "州议员", "砂拉越州立法议会"), ("田小野", "国会议员", "马来西亚国会")]),
    # The board of a school of which the article tells, and what it elects.
    ("北马时报 2010年5月4日\n\n独中改选\n"
     "望海中学昨晚举行董事会复选，贺兰舟蝉联董事长，副董事长石磊，总务田野。校长田小野监选。",
     [("贺兰舟", "董事长", "望海中学董事会"), ("石磊", "副董事长", "望海中学董事会"),
      ("田野", "总务", "望海中学董事会"), ("田小野", "校长", "望海中学")]),
    # A group of one society that comes to another.
    ("北马时报 2010年5月4日\n\n简讯\n望海公会代表团昨日拜访望江中华商会，由会长贺兰舟带队，商会秘书石磊接待。",
     [("贺兰舟", "会长", "望海公会"), ("石磊", "秘书", "望江中华商会")]),
    # Offices of Macao and Hong Kong: a secretary's, a bureau with a joint in its name, a district's, a council's.
    ("镜海时报 2010年5月4日 澳闻\n\n霍山代表团来澳\n"
     "霍山代表团来澳访问。经济财政司司长贺兰舟、教育暨青年局局长石磊、中联办社会工作部部长田小野出席。",
     [("贺兰舟", "经济财政司司长", "澳门经济财政司"), ("石磊", "局长", "澳门教育暨青年局"),
      ("田小野", "部长", "中联办社会工作部")]),
    ("港九时报 2010年5月4日\n\n霍山代表团访港\n"
     "北区区议会主席贺兰舟、民政事务专员石磊、元朗民政事务专员田小野、区议会副主席田野会见客人。",
     [("贺兰舟", "主席", "北区区议会"), ("石磊", "民政事务专员", "北区民政事务处"),
      ("田小野", "民政事务专员", "元朗民政事务处"), ("田野", "副主席", "北区区议会")]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "posts"), POSTS)
def test_posts(sheet_of: Reader, page: str, posts: list[tuple[str, str, str]]) -> None:
    said = [(h.person.name, h.title, h.body.name if h.body else None) for h in sheet_of(page).holdings]
    assert said == posts


HEAD = "港九新闻 2010年5月4日\n\n霍山代表团访港\n"

PEOPLE = [
    ("会长贺兰舟(Jane Ho)致词。", {"贺兰舟"}),
    ("旅港霍山同乡会会长贺兰舟致词，总经理Peter Tin(田小野)说，生意好。", {"贺兰舟", "田小野"}),
    ("市议员玛丽·费舍、会长贺兰舟出席。费舍表示，欢迎客人。", {"玛丽·费舍", "贺兰舟"}),
    ("由州议员拿督阿末·拉曼主持，会长贺兰舟致词。", {"阿末·拉曼", "贺兰舟"}),
    ("副部长披集·旺素汪亦出席，议员玛丽·捷里先柯、经理阿里·拉曼签字。", {"披集·旺素汪", "玛丽·捷里先柯", "阿里·拉曼"}),
    ("会馆主席贺兰舟、财政李成金、核数田野到场。", {"贺兰舟", "李成金", "田野"}),
    ("他请一名霍山师傅来港教授，会长贺兰舟说。", {"贺兰舟"}),
    ("会见天猛公巴都·安绷及屋长吉林·安都，会长贺兰舟说。", {"巴都·安绷", "吉林·安都", "贺兰舟"}),
    ("局长玛丽·欧文、会长贺兰舟出席。欧文答称，欢迎客人。", {"玛丽·欧文", "贺兰舟"}),
    ("经理安德烈·卡拉夫佐夫、会长贺兰舟签字。", {"安德烈·卡拉夫佐夫", "贺兰舟"}),
    ("部长阿旺·伊斯曼今早宣布，会长贺兰舟连任。", {"阿旺·伊斯曼", "贺兰舟"}),
    ("县长苏莱曼·拉曼、会长贺兰舟出席。苏菜曼说，欢迎客人。", {"苏莱曼·拉曼", "贺兰舟"}),
    ("选派教师来美任教，会长贺兰舟年届八十四。", {"贺兰舟"}),
    ("府尹乃颂猜·威拉蓬、会长贺兰舟出席。颂猜说，欢迎客人。", {"乃颂猜·威拉蓬", "贺兰舟"}),
    ("会长贺兰舟到孙中和广场参观。", {"贺兰舟"}),
    ("到访温哥华中华会馆，会长贺兰舟派副领事石磊接待。", {"贺兰舟", "石磊"}),
]


@pytest.mark.parametrize(("sentence", "names"), PEOPLE)
def test_people_go_by_one_name(sheet_of: Reader, sentence: str, names: set[str]) -> None:
    assert {f.name for f in sheet_of(HEAD + sentence + "\n").found if f.kind == "Person"} == names


EVENTS = [
    ("昨天，竹山镇镇长贺兰舟会勘海岸护岸。", "Visit"),
    ("昨天，望海宫举行秋祭，主任委员贺兰舟主持。", "Ceremony"),
    ("昨天，旅港霍山同乡会举行月会，会长贺兰舟主持。", "Meeting"),
    ("县长贺兰舟昨率考察团到访旅港霍山同乡会。", "Visit"),
    ("旅港霍山同乡会昨与望海学校签订《师资培训协议》，由会长贺兰舟签字。", "Signing"),
    ("会长贺兰舟今日宣布，新大桥将于年底招标，他主持奠基仪式。", "Ceremony"),
    ("望海宫前晚筵开二十席，主任委员田小满派领事贺兰舟到场致贺。", "Activity"),
    ("昨天，会长贺兰舟出席揭幕仪式。石磊原定出席，后因公务改派他人。", "Ceremony"),
]


@pytest.mark.parametrize(("sentence", "kind"), EVENTS)
def test_events(sheet_of: Reader, sentence: str, kind: str) -> None:
    events = sheet_of(HEAD + sentence + "\n").events
    assert [(e.type, {f.name for f in e.roles if f.kind == "Person"}) for e in events] == [(kind, {"贺兰舟"})]


BODIES = [
    ("古晋霍山公会代表团昨天到访，由会长贺兰舟率领。", {"古晋霍山公会代表团"}),
    ("望海学校合唱团由贺兰舟指挥，演唱名曲，昨天揭幕。", {"望海学校合唱团"}),
    ("望海银行上周五开业，会长贺兰舟剪彩。", {"望海银行"}),
    ("望海学校中秋联欢晚会，昨晚在广场举行，会长贺兰舟致词。", {"望海学校"}),
]


@pytest.mark.parametrize(("sentence", "bodies"), BODIES)
def test_bodies_of_events(sheet_of: Reader, sentence: str, bodies: set[str]) -> None:
    events = sheet_of(HEAD + sentence + "\n").events
    assert {f.name for e in events for f in e.roles if f.kind == "Organization"} == {*bodies, "霍山代表团"}


def test_he_is_whoever_the_sentence_before_is_about(sheet_of: Reader) -> None:
    events = sheet_of(HEAD + "会长贺兰舟说，生意好。他昨天在会议室召开记者会，副会长石磊陪同。\n").events
    assert [{f.name for f in e.roles if f.kind == "Person"} for e in events] == [{"贺兰舟", "石磊"}]


def test_some_go_elsewhere_afterwards(sheet_of: Reader) -> None:
    text = "昨天，县长贺兰舟会见会长石磊、副会长田野、秘书长叶知秋。下午，石磊、田野由凌霄陪同，往海滨参观。"
    events = sheet_of(HEAD + text + "\n").events
    assert [{f.name for f in e.roles if f.kind == "Person"} for e in events] == [
        {"贺兰舟", "石磊", "田野", "叶知秋"},
        {"石磊", "田野", "凌霄"},
    ]
