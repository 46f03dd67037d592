"""What departments do, as it stands in their names before the suffix: 发展改革 + 委, 文化广电旅游 + 局."""

from policyextract.grammar.name.lookup import Lookup, lookup

_JOINS = ("和", "与", "及")
_LONGEST_FUNCTION = 10
_LONGEST_RUN = 60


def functions_before(text: str, position: int) -> int:
    """Where the functions that end at ``position`` begin, as far as they reach; ``position`` itself if there are none.

    >>> text = "由区文化广电旅游局负责"
    >>> functions_before(text, text.index("局"))
    2
    """
    words = lookup()
    if text[position - 2 : position] not in words.function_sizes:
        return position
    floor = position - _LONGEST_RUN
    least, open_ends, seen = position, [position], {position}
    while open_ends:
        stop = open_ends.pop()
        starts = _functions(text, stop, words)
        if not starts and stop < position and text[stop - 1 : stop] in _JOINS:
            starts = _functions(text, stop - 1, words)
        for start in starts:
            if start not in seen and start >= floor:
                seen.add(start)
                open_ends.append(start)
                least = min(least, start)
    return least


def _functions(text: str, stop: int, words: Lookup) -> list[int]:
    """Where the functions begin that end at ``stop``."""
    sizes = words.function_sizes.get(text[stop - 2 : stop])
    if sizes is None:
        return []
    return [stop - size for size in sizes if size <= stop and text[stop - size : stop] in words.functions]


def strong_before(text: str, position: int) -> int:
    """Where the functions that end at ``position`` begin, without those that say too little at their head.

    >>> text = "促进教育部门"
    >>> strong_before(text, text.index("部门"))
    2
    """
    words = lookup()
    start = functions_before(text, position)
    while start < position:
        for size in range(min(_LONGEST_FUNCTION, position - start), 1, -1):
            head = text[start : start + size]
            if head in words.functions:
                break
        else:
            return start
        if head not in words.weak:
            return start
        start += size
    return start
