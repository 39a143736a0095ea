"""The words Claimline knows, as data: lexicons, the gazetteer, and how letters are folded."""
