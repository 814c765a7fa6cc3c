"""What is checked over the whole folder, one rule a file, and the words of every diagnostic.

A rule looks at records, says what it finds as diagnostics, and knows no files, no clock and no output. `registry` holds
the rules that are applied, in their order; `catalogue` all of them, those of reading and shape too, by code and name.

Codes by area, never used twice: R0 files and YAML, R1 scalars and shape, R2 who and what is named, R3 criteria sets,
R4 values, R5 appraisals, R6 meetings, R7 members, R8 locks, R9 evidence.
"""
