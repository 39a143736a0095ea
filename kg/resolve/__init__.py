"""Words in, IRIs and intervals out."""
