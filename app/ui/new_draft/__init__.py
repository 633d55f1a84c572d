"""A new draft from an occasion: the dialog that asks for it, and what it is made of."""
