"""A section template made of what was written: what in it changes from one speech to the next becomes a value."""
