"""What a company's name is made of."""

from __future__ import annotations

from kg.lexicon import listed


def without_legal_form(name: str) -> str:
    """A name without 有限公司, 集团股份有限公司 and the like at its end."""
    ending = next((form for form in listed("companies", "legal_forms") if name.endswith(form)), "")
    return name.removesuffix(ending)
