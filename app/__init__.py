"""四层讲稿 (siceng): drafting of leaders' speeches on four layers, from outline to Word file."""

__version__ = "0.1.0"
