"""The outline at the left: rows derived from the draft, a model kept up by difference, the tree that shows it."""
