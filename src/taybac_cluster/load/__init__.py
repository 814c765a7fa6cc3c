"""Files and YAML in, records and diagnostics out: the only readers of the house.

A fault of a file is a value here, never an exception. What a fault is called and how it is worded belongs to `rules`.
"""
