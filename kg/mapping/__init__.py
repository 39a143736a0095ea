"""Claims to quads and back."""
