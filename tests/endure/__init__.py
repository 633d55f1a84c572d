"""The same deeds over and over: `python -m tests.endure [module]…`; each module defines `run`."""
