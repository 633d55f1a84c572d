"""Layouts (版式): everything about paper, as values read from TOML."""
