"""Whether files of all kinds, hostile ones among them, are imported or refused as they should be."""
