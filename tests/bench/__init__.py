"""Speed beside a reference in the same run: `python -m tests.bench [module]…`; each module defines `run`."""
