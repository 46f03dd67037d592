"""The grammars: one file each. A grammar reads the cleaned text of a document and yields finds in its positions."""
