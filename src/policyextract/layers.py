"""The layers of a result: one table that names each, from which JSON, tables, page, workbook and review formats go.

A further layer is a record in :mod:`policyextract.values`, a row here, a field of :class:`~policyextract.found.Found`,
the words of its fields in ``lexicon/export/fields.tsv``, and the extractor that finds it.
"""

from typing import Any

from attrs import frozen

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
        key: its name in the page.
        word: its name in Chinese.
        label: its name in the review formats.
        colour: its colour there and in a notebook.
    """

    key: str
    word: str
    label: str
    colour: str


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
        sheet: the name of its sheet in the workbook.
        sort: what a reader calls it; with a part, what the rest of it is called.
        part: the part that has a name of its own.
    """

    name: str
    letter: str
    record: type
    sheet: str
    sort: Sort
    part: Part | None = None

    def sort_of(self, value: Any) -> Sort:
        """The sort of one value of this layer."""
        return self.part.sort if self.part is not None and value.role == self.part.role else self.sort


LAYERS = (
    Layer(
        "quantities",
        "q",
        Figure,
        "量化目标",
        Sort("figure", "其他数量", "Figure", "#c9a227"),
        Part("targets", QuantityRole.TARGET, Sort("target", "量化目标", "Target", "#b45309")),
    ),
    Layer(
        "times",
        "t",
        Timing,
        "时间",
        Sort("time", "其他时间", "Time", "#5aa58c"),
        Part("time_limits", TimeRole.LIMIT, Sort("limit", "时限", "TimeLimit", "#047857")),
    ),
    Layer("departments", "d", Responsibility, "部门", Sort("department", "部门", "Department", "#1d4ed8")),
    Layer("slogans", "s", Slogan, "提法", Sort("slogan", "提法", "Slogan", "#a21caf")),
    Layer("commitments", "c", Commitment, "任务", Sort("commitment", "任务", "Commitment", "#64748b")),
    Layer(
        "qualitative_targets",
        "o",
        QualitativeTarget,
        "定性目标",
        Sort("qualitative", "定性目标", "QualitativeTarget", "#be5b1a"),
    ),
)
"""The layers, in the order of the JSON output."""

OTHERS = Layer("others", "x", object, "其他发现", Sort("other", "其他发现", "Other", "#0e7490"))
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
