"""Times that an event sets: ``通车通航前``, ``汛期``, ``项目竣工后``, ``政策有效期内``."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.values import TimeBound

_LEAD = re.compile("(?<![存现潜实正所旨])[在](?!线|校|职|建|岗|册|编|内|京|本|地|乎|于)|(?:^|[应须可当必])于|(?:^|[^来亲各独私源])自(?!行|主|身|然|动|愿|觉|由|治|营|己|信|我|贸|强|建|筹|备|持|查)|(?:^|[应须])待")
_SUBJECT = re.compile("收到|接到|知道|签收")
_LONGEST = 30


@cache
def words(kind: str) -> frozenset[str]:
    """The words of the list ``events`` of one kind."""
    return frozenset(lexicon.select("events", kind))


def starts(text: str, floor: int, stop: int) -> int:
    """Where the event that ends at ``stop`` begins: behind the last preposition of its clause, or with the clause.

    >>> text = "配套工程必须于通车通航前完工"
    >>> text[starts(text, 0, 11):11]
    '通车通航'
    """
    segment = text[floor:stop]
    begin = 0
    for match in _LEAD.finditer(segment):
        begin = match.end()
    if not begin:
        verb = _SUBJECT.search(segment)
        begin = verb.start() if verb else 0
    return floor + begin


def is_event(text: str, start: int, stop: int, bound: TimeBound) -> bool:
    """Whether the words at ``[start, stop)`` can set a time with the bound that follows."""
    if not 2 <= stop - start <= _LONGEST:
        return False
    return text[stop - 2 : stop] in words("act")
