"""How well speeches are recognised, beside what a reader says of them: `python -m tests.truth [FOLDER]`."""
