"""What is shown, free of any format: pages of titles, facts and tables, and all wording in both languages.

A view takes results and returns a page, a plain table or a record for JSON; `export` turns those into text or bytes.
"""
