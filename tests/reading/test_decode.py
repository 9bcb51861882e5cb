"""Every encoding that Chinese pages come in is found, and what is no text is refused by name, place and remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadingError
from kg.reading import read_page
from kg.reading.decode import decode

SIMPLIFIED = "云岭县召开工作会议，县委书记宋明哲出席会议并讲话。会议要求，全县各级各部门要抓好落实，推动高质量发展。\n"
TRADITIONAL = "縣政府昨天舉行新春團拜，縣長表示，未來四年將持續推動地方建設，讓民眾過上更好的生活。\n"
ENCODINGS = [
    ("utf-8", SIMPLIFIED, "utf-8"),
    ("utf-8-sig", SIMPLIFIED, "utf-8-sig"),
    ("gbk", SIMPLIFIED, "gb18030"),
    ("gb18030", SIMPLIFIED + "𬭎", "gb18030"),
    ("gb18030", TRADITIONAL, "gb18030"),
    ("big5", TRADITIONAL, "big5"),
    ("cp950", TRADITIONAL + "€", "cp950"),
    ("big5hkscs", TRADITIONAL + "嘅喺咗", "big5hkscs"),
    ("utf-16", SIMPLIFIED, "utf-16"),
    ("utf-16-le", SIMPLIFIED, "utf-16-le"),
    ("utf-16-be", SIMPLIFIED, "utf-16-be"),
    ("utf-32", SIMPLIFIED, "utf-32"),
]


@pytest.mark.parametrize(("encoding", "text", "found"), ENCODINGS)
@pytest.mark.parametrize("times", [1, 40])
def test_encoding_is_found_and_gives_the_text_back(encoding: str, text: str, found: str, times: int) -> None:
    data = (text * times).encode(encoding)
    decoded = decode(data, "page.txt")
    assert decoded.text == text * times
    assert decoded.encoding == found
    assert data.decode(decoded.encoding) == decoded.text
    assert decoded.warnings == ()


@given(st.text(alphabet=SIMPLIFIED, min_size=30), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_run_of_common_characters_comes_back(text: str, encoding: str) -> None:
    whole = SIMPLIFIED + text
    assert decode(whole.encode(encoding), "page.txt").text == whole


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_is_read_around_and_told(encoding: str) -> None:
    data = bytearray((SIMPLIFIED * 20).encode(encoding))
    data[len(SIMPLIFIED.encode(encoding)) * 3 + 1] = 0xFF
    decoded = decode(bytes(data), "page.txt")
    assert decoded.text.startswith(SIMPLIFIED * 3)
    assert decoded.text.endswith(SIMPLIFIED * 16)
    assert "line 4" in decoded.warnings[0]


REFUSED = {
    "empty": (b"", "empty; give a file"),
    "only blanks": (b" \n\t\r\n", "empty; give a file"),
    "NUL": ("云岭县\0召开会议".encode(), r"NUL at character 3 \(line 1\).*save its text again"),
    "NUL below a line break": ("云岭县\n召开\0会议".encode(), r"NUL at character 6 \(line 2\)"),
    "control characters": (("云岭县\x01\x02\x03" * 50).encode(), "150 control characters, the first at character 3"),
    "random bytes": (bytes(range(1, 256)) * 40, "byte 127.*save it as UTF-8"),
    "PDF under another name": (b"%PDF-1.7\n", r"a PDF file.*\.pdf"),
    "Office document": (b"PK\x03\x04" + b"x" * 50, r"Office document: save its text as \.txt"),
    "picture": (b"\x89PNG\r\n\x1a\n", "picture: run text recognition"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_text_is_refused_with_place_and_remedy(case: str) -> None:
    data, message = REFUSED[case]
    with pytest.raises(ReadingError, match=f"(?s)^page.txt: .*{message}"):
        read_page(data, "page.txt")


def test_a_page_without_chinese_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"page.txt: no Chinese characters in 30 characters; give a page in Chinese"):
        read_page(b"County officials met on Monday", "page.txt")


@pytest.mark.parametrize("size", [2_000_001, 17_000_000])
def test_a_page_of_endless_length_is_refused(size: int) -> None:
    with pytest.raises(ReadingError, match=r"page.txt: .*more than the 2000000 characters of one page; split it"):
        read_page(b"a" * (size - 1) + "云".encode(), "page.txt")
