"""Finds in the formats of the tools in which people review annotations.

Every format counts Unicode code points of the source, as the rest of the library does: that is how brat, Label Studio,
doccano, spaCy and the Web Annotation Data Model count too. For JavaScript, which counts UTF-16 code units, there is
:mod:`policyextract.export.utf16`.
"""
