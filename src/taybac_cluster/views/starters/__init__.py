"""The commented files that `cluster new` writes, as text to fill in: one file a kind, and `lines` for all."""
