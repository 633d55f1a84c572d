"""从样稿学版式: what a unit's Word file shows of its layout, looked at and taken as an own layout."""
