"""Annotated pages, and how near a graph comes to them."""
