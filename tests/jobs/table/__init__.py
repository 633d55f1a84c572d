"""Drafts from a table."""
