"""Forms made from declared fields: one box a field, each read as its type when the writer leaves it."""
