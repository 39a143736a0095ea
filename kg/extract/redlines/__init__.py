"""Find the red lines that a sentence draws, and whose they are."""
