"""The window of layouts: which there are, how each is set, and what comes of it on paper."""
