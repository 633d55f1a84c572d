"""Nothing is lost: copies of unsaved drafts, what a crash left offered again, files that other programs change."""
