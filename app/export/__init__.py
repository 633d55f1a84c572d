"""A draft as a file for others: Word, plain text, markup. One walker, three writers, a report."""
