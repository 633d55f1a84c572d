"""A unit's own Word file chosen, its styles matched with our kinds, and kept as a layout."""
