"""Find time words and what they mean."""
