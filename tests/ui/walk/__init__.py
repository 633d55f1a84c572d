"""Every control has a Chinese name and is reached by keys: a walk over the window and all dialogs."""
