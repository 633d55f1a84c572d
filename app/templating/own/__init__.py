"""What the writer made: own templates, occasions, fields of work, facts and layouts, as files, with their versions."""
