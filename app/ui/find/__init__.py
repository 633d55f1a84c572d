"""Find and replace on the page: the bar, the marks, and what its keys do."""
