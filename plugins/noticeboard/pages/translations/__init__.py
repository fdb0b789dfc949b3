"""Pages and files that tell translators what there is to do."""
