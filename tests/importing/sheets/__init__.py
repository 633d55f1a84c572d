"""Sheets of rows, in files as programs and hands make them."""
