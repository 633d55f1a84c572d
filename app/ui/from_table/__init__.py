"""Drafts from a table: which sheet, what its columns are, where the files go, and how it went."""
