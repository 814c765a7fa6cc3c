"""The nouns: frozen Pydantic records of what the files say, and the round of a year.

A record says what a thing is in the secretariat's life and knows its place (file and route). Here belong no files, no
clock, no wording and no arithmetic of scores.
"""
