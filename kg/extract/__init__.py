"""Articles in, claims in words out: deterministic, offline, each with the rule that made it."""
