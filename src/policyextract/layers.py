"""The layers of a result: one table that names each, from which JSON, tables, page, workbook and review formats go.

A further layer is a record in :mod:`policyextract.values`, a row here, a field of :class:`~policyextract.found.Found`,
the words of its fields in ``lexicon/export/fields.tsv``, and the extractor that finds it.
"""

from typing import Any

from attrs import frozen

from policyextract.lexicon import pairs
from policyextract.values import (
    Commitment,
    Figure,
    QualitativeTarget,
    QuantityRole,
    Responsibility,
    Slogan,
    TimeRole,
    Timing,
)


@frozen
class Sort:
    """What a reader switches on and off: a layer, or a part of one.

    Attributes:
        key: its name in the page, and in ``lexicon/export/members.tsv``.
        label: its name in the review formats.
        colour: its colour there and in a notebook.
    """

    key: str
    label: str
    colour: str

    @property
    def word(self) -> str:
        """Its name in Chinese."""
        return pairs("export/members", "Sort")[self.key]


@frozen
class Part:
    """The mentions of a layer that have one role, as a layer of their own (``targets`` of ``quantities``)."""

    name: str
    role: str
    sort: Sort


@frozen
class Layer:
    """One layer.

    Attributes:
        name: the attribute of the result, and the key in the JSON output.
        letter: what its ids begin with.
        record: the class of its values.
        sort: what a reader calls it; with a part, what the rest of it is called.
        part: the part that has a name of its own.
    """

    name: str
    letter: str
    record: type
    sort: Sort
    part: Part | None = None

    @property
    def sheet(self) -> str:
        """The name of its sheet in the workbook."""
        return pairs("export/members", "Layer")[self.name]

    def sort_of(self, value: Any) -> Sort:
        """The sort of one value of this layer."""
        return self.part.sort if self.part is not None and value.role == self.part.role else self.sort


LAYERS = (
    Layer(
        "quantities",
        "q",
        Figure,
        Sort("figure", "Figure", "#c9a227"),
        Part("targets", QuantityRole.TARGET, Sort("target", "Target", "#b45309")),
    ),
    Layer(
        "times",
        "t",
        Timing,
        Sort("time", "Time", "#5aa58c"),
        Part("time_limits", TimeRole.LIMIT, Sort("limit", "TimeLimit", "#047857")),
    ),
    Layer("departments", "d", Responsibility, Sort("department", "Department", "#1d4ed8")),
    Layer("slogans", "s", Slogan, Sort("slogan", "Slogan", "#a21caf")),
    Layer("commitments", "c", Commitment, Sort("commitment", "Commitment", "#64748b")),
    Layer(
        "qualitative_targets",
        "o",
        QualitativeTarget,
        Sort("qualitative", "QualitativeTarget", "#be5b1a"),
    ),
)
"""The layers, in the order of the JSON output."""

OTHERS = Layer("others", "x", object, Sort("other", "Other", "#0e7490"))
"""The mentions of extractors of one's own, whatever their values are."""

SORTS = (
    *(layer.part.sort for layer in LAYERS if layer.part is not None),
    *(layer.sort for layer in LAYERS if layer.part is None),
    *(layer.sort for layer in LAYERS if layer.part is not None),
    OTHERS.sort,
)
"""What a reader switches on and off: the parts first, what is left of their layers last."""

_OF = {layer.record: layer for layer in LAYERS}


def layer_of(value: Any) -> Layer:
    """The layer that a value belongs to.

    >>> from policyextract.values import SloganKind
    >>> layer_of(Slogan(SloganKind.LABEL)).name, layer_of("12345").name
    ('slogans', 'others')
    """
    return _OF.get(type(value), OTHERS)


def sort_of(value: Any) -> Sort:
    """What a reader calls a value.

    >>> from policyextract.values import SloganKind
    >>> sort_of(Slogan(SloganKind.LABEL)).word
    '提法'
    """
    return layer_of(value).sort_of(value)
