"""A section template made of selected text, or of a section of a Word or text file."""
