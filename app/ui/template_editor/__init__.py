"""The editor of one section template: its text, its fields, what it is for, and what comes of it."""
