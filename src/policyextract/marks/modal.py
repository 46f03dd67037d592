"""Words of duty as shapes: ``要``, and not ``要求`` or ``主要``."""

EVEN = "都均也还既"
MODAL = rf"(?:[{EVEN}]?\L<marks.modal>)"
"""A word of duty where one is looked for: behind a name, at the head of a clause."""
WITHIN = r"(?<![主重纲摘简概必供响效反对相适所急无])\L<marks.modal>"
"""The same anywhere in a clause, where it may be the end of another word: ``主要``, ``供应``, ``所需``."""
