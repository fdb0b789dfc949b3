"""Pages and files that show translators what to do."""
