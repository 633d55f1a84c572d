"""A layout learned from a Word file: from its styles, paragraphs and sections, and from nothing else."""
