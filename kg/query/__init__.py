"""Named questions, and the views that the pages and the interface for programs are made of."""
