"""The same deeds over and over, and what they leave behind: `python -m tests.endure [module]…`; each module defines `run`."""
