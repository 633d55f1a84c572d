"""The parts of a Word file as XML text, each a pure function; ECMA-376 part 1 says what is in them.

Children stand in the order of the schema: Word refuses a file in which they do not.
"""
