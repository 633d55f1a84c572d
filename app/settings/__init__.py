"""What the program remembers for its user: declared options, kept in one file."""
