"""The deeds that window and command line share: new, open, save, export, outline. No dialogs, no printing."""
