"""How several values stand in one number of a column."""

# Two terms or slots in one number of a column: the first above so many bits.
HALF = 32
# In the number of an edge its kind stands above so many bits.
EDGE_KIND = 60
# Where an event without a date stands in the order of days: behind all that have one.
UNDATED = 10**12
