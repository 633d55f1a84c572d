"""Reading and writing of files: atomic, with limits, and with errors a writer understands."""
