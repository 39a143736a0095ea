"""The values every stage shares: frozen, without input or output."""
