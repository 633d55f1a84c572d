"""The draft and everything that can be said of it without any other floor: standard library only."""
