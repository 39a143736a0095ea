"""Sample articles, in words of our own."""
