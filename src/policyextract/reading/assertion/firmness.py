"""How firmly a clause words its target: required, striven for, expected."""

from collections.abc import Sequence

from policyextract.marks.cue import Cue
from policyextract.text.pattern import pattern
from policyextract.values import Modality

_STRONG = {firm.value: firm for firm in (Modality.REQUIRED, Modality.STRIVE, Modality.EXPECTED)}
_TIMED = pattern("[到在于至]?[^，,。；;：:\n]{0,12}(?:\\L<marks.of-time>|[年月]底|月份?)[，,]")  # 力争 + 到2020年底，
_HEADED = pattern("[^，,。；;：:\n]{2,16}[：:]")


def modality(text: str, found: Sequence[Cue], clause: int) -> tuple[Modality, str] | None:
    """How firmly a clause words its target, and by which word; ``None`` if it has no such word.

    Args:
        text: the text.
        found: the cues before the figure in its sentence; one that a colon follows (``预期目标是：``) governs them all,
            one that only a time parts from the clause governs it (``力争到年底，``).
        clause: where the clause begins.
    """
    strong = [cue for cue in found if cue.kind in _STRONG]
    if not strong:
        return None
    own = [cue for cue in strong if cue.start >= clause]
    best = [cue for cue in own if cue.kind == "required"] or own
    if not best:
        best = [cue for cue in strong if _HEADED.match(text, cue.start) or _TIMED.fullmatch(text, cue.stop, clause)]
    return (_STRONG[best[-1].kind], best[-1].word) if best else None
