"""HTML and PDF give their text layer; positions are characters of that text."""

from __future__ import annotations

import zlib

import pytest

from kg.errors import ReadingError
from kg.reading import read_page
from tests.reading.factory import blocks

HTML = """<!DOCTYPE html><html><head><title>网站</title><style>p{color:red}</style></head><body>
<nav><a>首页</a></nav><h1>云岭县召开工作会议</h1>
<p>本报讯(记者 甲文)5月5日，县委书记<b>宋明哲</b>
主持会议。<br>会议要求抓好落实。</p><script>var 县 = 1;</script></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_html_gives_the_text_that_readers_see(encoding: str) -> None:
    page = read_page(HTML.encode(encoding), "page.html")
    (article,) = page.articles
    assert article.headline == "云岭县召开工作会议"
    assert blocks(article, "byline") == ["本报讯(记者 甲文)"]
    assert blocks(article, "body") == ["5月5日，县委书记宋明哲主持会议。", "会议要求抓好落实。"]
    assert not any(word in page.text for word in ("网站", "color", "首页", "var"))
    start = article.text.index("宋明哲")
    span = article.span(start, start + 3)
    assert page.text[span.start : span.end] == "宋明哲"


def pdf(text: str) -> bytes:
    """A PDF file of one line whose text layer is `text`, without an embedded font."""
    codes = {ch: at for at, ch in enumerate(dict.fromkeys(text), 1)}
    mapping = "".join(f"<{code:04x}> <{ch.encode('utf-16-be').hex()}>\n" for ch, code in codes.items())
    unicode = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {len(codes)} beginbfchar\n{mapping}"
    content = f"BT /F 12 Tf 50 700 Td <{''.join(f'{codes[ch]:04x}' for ch in text)}> Tj ET"
    streams = [zlib.compress(part.encode()) for part in (content, unicode + "endbfchar endcmap")]
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 7 0 R/Resources<</Font<</F 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 8 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo 6 0 R/DW 1000>>",
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        *(b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(part), part) for part in streams),
    ]
    body, places = b"%PDF-1.7\n", []
    for at, part in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%b endobj\n" % (at, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return body + head + table + b"trailer<</Size 9/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)


def test_pdf_gives_its_text_layer() -> None:
    page = read_page(pdf("县委书记宋明哲主持会议。"), "page.pdf")
    assert "县委书记宋明哲主持会议。" in page.text
    assert page.encoding == "pdf"
    assert blocks(page.articles[0], "body") == ["县委书记宋明哲主持会议。"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("page.pdf", b"%PDF-1.7\nbroken", "page.pdf: a damaged PDF file"),
        ("page.pdf", "县委".encode(), "page.pdf: named .pdf but not a PDF file"),
        ("page.pdf", pdf(""), "page.pdf: the PDF has no text layer; run text recognition"),
        ("page.html", b"<html><body><script>1</script></body></html>", "page.html: the HTML file shows no text"),
    ],
)
def test_files_without_text_are_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        read_page(data, name)
