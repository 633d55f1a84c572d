"""模板库: what section templates there are, how they read, and what the writer makes of them."""
