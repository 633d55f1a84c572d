"""Sheets of rows, as spreadsheet programs keep them (.xlsx, .csv) → names of columns, and rows of text."""
