"""Claims that somebody wrote down in a sheet, as drafts."""
