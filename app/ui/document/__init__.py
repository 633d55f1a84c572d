"""The live draft: a QTextDocument that is text, structure and undo history in one, and its way to `Draft` and back."""
