"""Ways out of a result: rows, pages, workbooks, annotation formats. Each imports what it needs where it is used."""
