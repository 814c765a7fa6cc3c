"""The Excel forms as they are shown: a city's own and the panel's workbook, and the words of what is wrong in them."""
