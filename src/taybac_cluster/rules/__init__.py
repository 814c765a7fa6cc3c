"""What is checked over the whole folder, one rule a file, and the words of every diagnostic.

A rule looks at records, says what it finds as diagnostics, and knows no files, no clock and no output. `RULES` is the
one literal registry; `words` in `registry` finds a diagnostic's words by its code.
"""
