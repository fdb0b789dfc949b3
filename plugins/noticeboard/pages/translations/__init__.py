"""Pages and files that show translators what there is to do."""
