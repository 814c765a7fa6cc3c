"""The papers that are printed and signed: each is described once, in blocks that every writer sets in its own way.

Papers are Vietnamese, whatever the language of the run. What belongs here is wording and order; how a block looks is
the writers' affair.
"""
