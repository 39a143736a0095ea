"""Make gazetteer.json out of public sources and the hand-kept tables. Not used at run time."""
