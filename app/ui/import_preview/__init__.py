"""The import preview: what a source was recognised as, piece by piece, corrected by a key before a draft is made of it."""
