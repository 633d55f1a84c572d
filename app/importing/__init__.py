"""Foreign text becomes a draft: readers give paragraphs, the recogniser makes blocks of them, with a report."""
