"""The commands, one a file: parse, call, print, exit. The name of a file is the name of its command."""

COMMANDS = (
    "rank",
    "validate",
    "members",
    "host",
    "explain",
    "meeting",
    "status",
    "export",
    "lock",
    "unlock",
    "verify",
    "rules",
    "schema",
    "stability",
    "compare",
    "audit",
    "diff",
    "new",
    "init",
    "form",
    "import",
)
"""In the order in which the help lists them."""
