"""Exports on a unit's own Word file: its styles, header, footer and settings stay, the text is the draft's."""
