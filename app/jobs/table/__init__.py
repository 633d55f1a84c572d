"""Drafts from a table: one occasion, and a row of a sheet for each draft."""
