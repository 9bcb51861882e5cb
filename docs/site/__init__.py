"""The documentation site: pages are gathered and made, then built into HTML that opens from disk."""
