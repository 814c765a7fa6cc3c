"""Pure arithmetic from a round of records to a decision: score, rank, nominate, host; how firm, and what it would take.

Exact fractions of the typed decimals in, printed decimals out. Here belong no files, no clock and no wording.
"""
