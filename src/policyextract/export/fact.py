"""What a page says of a find when it is pointed at: what was read, and by which rule."""

from collections.abc import Callable, Mapping
from typing import Any

from policyextract.export import wording
from policyextract.export.highlight import LAYERS, layer
from policyextract.result import Result
from policyextract.text.span import Mention
from policyextract.values import Commitment, Figure, QualitativeTarget, Responsibility, Slogan, Timing

Facts = tuple[tuple[str, str], ...]


def facts(value: Any) -> Facts:
    """Names and values of what was read, those that say nothing left out.

    >>> from policyextract.values import Slogan, SloganKind
    >>> facts(Slogan(SloganKind.PARALLEL, items=("生态立市", "产业强市", "开放兴市")))
    (('类型', '排比'), ('成员', '生态立市、产业强市、开放兴市'))
    """
    pairs = next((make(value) for kind, make in _MAKERS if isinstance(value, kind)), ())
    return tuple((name, content) for name, content in pairs if content)


def described(result: Result, mention: Mention[Any]) -> dict[str, Any]:
    """A find as plain data for the page: its layer, its words, what was read."""
    key = layer(mention.value)
    return {
        "layer": key,
        "name": LAYERS[key],
        "text": shortened(result.document.quote(mention.span), 80),
        "rows": [*facts(mention.value), ("规则", mention.rule)],
    }


def shortened(text: str, most: int) -> str:
    """A text cut to at most so many characters, the cut shown.

    >>> shortened("全州各级各部门", 5)
    '全州各级…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def _figure(value: Figure) -> Facts:
    return (
        ("读作", wording.figure(value)),
        ("用途", wording.QUANTITY_ROLES[value.role]),
        ("指标", value.indicator or ""),
        ("标准指标", value.indicator_standard),
        ("时期", wording.period(value)),
        ("语气", wording.MODALITIES[value.modality] if value.modality else ""),
        ("依据", value.cue),
        ("比较", value.baseline),
        ("口径", value.basis),
        ("范围", value.scope),
    )


def _qualitative(value: QualitativeTarget) -> Facts:
    return (
        ("类型", wording.OUTCOMES[value.kind]),
        ("指标", value.indicator),
        ("要求", value.wording),
        ("语气", wording.MODALITIES[value.modality]),
        ("依据", value.cue),
    )


def _timing(value: Timing) -> Facts:
    return (
        ("读作", wording.moment(value.time) or "未能确定"),
        ("类型", wording.TIME_KINDS[value.time.kind]),
        ("用途", wording.TIME_ROLES[value.role]),
    )


def _responsibility(value: Responsibility) -> Facts:
    return (
        ("角色", wording.DEPARTMENT_ROLES[value.role]),
        ("类型", wording.DEPARTMENT_KINDS[value.kind]),
        ("全称", value.canonical),
        ("栏目", value.label),
    )


def _slogan(value: Slogan) -> Facts:
    return (
        ("类型", wording.SLOGAN_KINDS[value.kind]),
        ("成员", "、".join(value.items)),
        ("展开", "、".join(value.expansion)),
    )


def _commitment(value: Commitment) -> Facts:
    counts: Mapping[str, int] = {
        "部门": len(value.departments),
        "目标": len(value.targets),
        "时限": len(value.times),
    }
    return (
        ("事项", value.action),
        ("标题", " › ".join(value.heading)),
        ("包含", "，".join(f"{name} {count}" for name, count in counts.items() if count)),
    )


_MAKERS: tuple[tuple[type, Callable[[Any], Facts]], ...] = (
    (Figure, _figure),
    (QualitativeTarget, _qualitative),
    (Timing, _timing),
    (Responsibility, _responsibility),
    (Slogan, _slogan),
    (Commitment, _commitment),
)
