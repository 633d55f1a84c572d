"""What the window shows before a draft is open: occasions to begin with, and the drafts opened last."""
