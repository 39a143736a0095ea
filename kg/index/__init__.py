"""A derived index of the claims: which fit a filter, how many, when, whose, in which words.

One SQLite file in the store's folder. It follows the store's revision and is never the truth: lost,
damaged or of another format it is made anew. What its rows mean is `kg.query.indexed`'s matter.

A *slot* is a number. Every event takes a run of them, one for each telling and one more for itself,
so a set of tellings or of events is one whole number with a bit for each slot, and a filter is a
few operations on such numbers. Slots are only added: what changed is written anew at the end and
its old slots die.
"""
