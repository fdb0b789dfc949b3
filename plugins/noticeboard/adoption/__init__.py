"""What exists elsewhere, as versions here: Word documents, HTML pages, and the texts of other generators."""
