"""The palette: commands, headings and recent drafts found by a few letters."""
