"""The command line: the entry that opens the window, or does the same jobs without one."""
