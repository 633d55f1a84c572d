"""The page on which the writer writes: what it shows and what keys do."""
