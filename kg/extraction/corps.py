"""Units of the corps of Xinjiang: which division or regiment a bare 师, 团 or 师市 means."""

from __future__ import annotations

import re

from kg.extraction.sheet import Sheet

# Bodies of a division or regiment of the corps of Xinjiang, of a division with its city, and their names.
UNIT_BODY = re.compile("(?P<unit>师市|师|团)(?=党委|党工委|纪委|监委|机关|政法委|党政代表团)")
UNITS = {
    "师市": re.compile("第?[一二三四五六七八九十]{1,3}师[一-龥]{2,4}?市"),
    "师": re.compile("(?:第|农)?[一二三四五六七八九十]{1,3}师(?![一-龥]{2,3}市)"),
    "团": re.compile("[一二三四五六七八九十百]{1,5}团"),
}


def unit_named(sheet: Sheet, position: int, level: str) -> str | None:
    """The unit that a bare 师 or 团 means, the last named in its article; 师市 is the region's, or the only one."""
    part = sheet.part_at(position)
    named = [found.group() for found in UNITS[level].finditer(sheet.text, part.start, part.end)]
    if level == "师市":
        region = part.article.region or sheet.page.region
        own = {name for name in named if region is not None and name.endswith(region.name)} or set(named)
        return min(own) if len(own) == 1 else None
    before = [found.group() for found in UNITS[level].finditer(sheet.text, part.start, position)]
    return before[-1] if before else named[0] if named else None
