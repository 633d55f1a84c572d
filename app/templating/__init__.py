"""Occasions, section templates and facts become a draft, and a draft follows its facts."""
