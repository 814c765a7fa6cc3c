"""The commands, one a file: parse, call, print, exit. The name of a file is the name of its command."""
