"""What the program knows of Chinese: words, numerals, dates, speaking time, parallel headings."""
