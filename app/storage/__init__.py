"""The file of a draft: what is in it, how it is read without trust and saved without loss."""
