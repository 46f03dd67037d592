"""Labels in brackets of their own: ``【责任单位】县水利局【完成时限】6月底前``."""

from collections.abc import Iterator

from policyextract.text.offsets import Edit
from policyextract.text.pattern import among, pattern

_LABEL = pattern("[【\\[〖](?P<label>[\u4e00-\u9fff]{0,4}\\L<clean.label>)[】\\]〗][：:]?")
_ENDS = frozenset("。；;！？!?：:\n")


def label(text: str) -> Iterator[Edit]:
    """Edits that write a label in brackets as one before a colon, apart from what stands before it.

    >>> from policyextract.text.offsets import apply
    >>> text = "新建管网68公里。【责任单位】县水利局【完成时限】6月底前"
    >>> apply(text, label(text))
    '新建管网68公里。责任单位：县水利局；完成时限：6月底前'
    """
    for match in among(_LABEL, text, "【[〖"):
        start, stop = match.span("label")
        before = text[max(match.start() - _NEAR, 0) : match.start()].rstrip(" \t\u3000")[-1:]
        yield Edit(match.start(), start, "" if not before or before in _ENDS else "；")
        yield Edit(stop, match.end(), "：")


_NEAR = 8
