"""The grammars: one folder a layer, whose ``__init__`` is its entry.

A grammar reads the cleaned text of a document and gives finds in the positions of that text.
"""
