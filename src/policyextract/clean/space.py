"""White space inside numbers, quantities and spaced-out words; invisible characters."""

import re
from collections.abc import Iterator

from policyextract.offsets import Edit

_HAN = "一-鿿〇々"
_SPACE = "[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]"
_LOOSE = re.compile(
    f"""
      [\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff\\u00ad]+            # characters that nobody sees
    | (?<=[0-9%‰+]){_SPACE}+(?=[{_HAN}%‰])                              # 5000 万元
    | (?<=[{_HAN}（(“"《：:、，。；]){_SPACE}+(?=[0-9])                  # 最高 300
    | {_SPACE}+(?=[，。；：、！？）】》”])                               # before closing punctuation
    | (?<=[，。；：、！？（【《“]){_SPACE}+                              # after punctuation
    """,
    re.VERBOSE,
)
_SPREAD = re.compile(f"(?<![{_HAN}0-9A-Za-z])[{_HAN}](?:{_SPACE}{{1,4}}[{_HAN}]){{1,7}}(?![{_HAN}0-9A-Za-z])")


def space(text: str) -> Iterator[Edit]:
    """Edits that take out white space which does not part words.

    Space between two Chinese words or two numbers may part columns, and stays.

    >>> [text for text in ("给予最高 500 万元", "第二条　促进") if list(space(text))]
    ['给予最高 500 万元']
    """
    taken = set()
    for match in _LOOSE.finditer(text):
        taken.add(match.start())
        yield Edit(match.start(), match.end(), "")
    for word in _SPREAD.finditer(text):
        for gap in re.finditer(f"{_SPACE}+", word.group()):
            if word.start() + gap.start() not in taken:
                yield Edit(word.start() + gap.start(), word.start() + gap.end(), "")
