"""Sections in the window: the four layers at a glance, templates put in, sections made anew."""
