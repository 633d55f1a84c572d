"""标题总览: all headings of a level side by side, edited there, written back as one step, read out in large type."""
