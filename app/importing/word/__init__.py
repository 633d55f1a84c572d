"""Word files become a source: everything that can be seen in them is in a paragraph, or listed as left out."""
