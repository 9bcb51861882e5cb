"""Which names of persons mean one person: evidence for and against pairs, and the sets that follow from it.

`link` takes plain columns (`Figures`), so that it serves a page of ten names and a million mentions alike.
"""

from kg.resolution.identity.figures import Figures
from kg.resolution.identity.link import Identities, Link, link

__all__ = ["Figures", "Identities", "Link", "link"]
