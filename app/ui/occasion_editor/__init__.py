"""Own occasions: their slots, head, facts, length; copied, made, seen as a page before they are saved."""
