"""Parameters for each shipped question, as somebody would type them, on the invented page of `tests.sample`."""

from __future__ import annotations

TYPED: dict[str, dict[str, str]] = {
    "agreements": {"body": "县教育局"},
    "best-connected": {"year": "2023"},
    "chain": {"from": "宋明哲", "to": "柳青禾"},
    "changes": {"from": "2023-05", "to": "2023"},
    "companies-visited": {"person": "宋明哲"},
    "doubtful": {"below": "0.99"},
    "holders": {"body": "云岭县委", "post": "书记"},
    "implementers": {"programme": "千校数字行动"},
    "moved": {"from": "青澜市", "to": "松岭县"},
    "page": {"page": ".txt"},
    "participants": {"event": "走访岚川科技"},
    "several-posts": {"least": "1"},
    "who-met": {"person": "宋明哲"},
}
