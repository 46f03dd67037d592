"""Files that were damaged or made to harm: each is read or refused in words, soon and within bounds."""

import random
import time
from collections.abc import Callable, Iterator

from policyextract.readers import read_bytes

_WORTH = (0x00, 0x01, 0x07, 0x0D, 0x13, 0x15, 0x20, 0x7F, 0x80, 0xFF)


def mutations(content: bytes, count: int) -> Iterator[bytes]:
    """A file with some of its bytes changed, taken out, doubled or cut off; the same ones each time."""
    dice = random.Random(7)
    for number in range(count):
        changed = bytearray(content)
        for _ in range(dice.choice((1, 1, 2, 4, 16))):
            at = dice.randrange(len(changed))
            kind = number % 5
            if kind == 0:
                changed[at] = dice.randrange(256)
            elif kind == 1:
                changed[at] = dice.choice(_WORTH)
            elif kind == 2:
                changed[at : at + 4] = dice.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80"))
            elif kind == 3:
                del changed[at : at + dice.randrange(1, 64)]
            else:
                changed[at:at] = changed[at : at + dice.randrange(1, 64)]
            if len(changed) < 2:
                break
        yield bytes(changed) if number % 11 else content[: dice.randrange(len(content))]


def read_or_refused(content: bytes, suffix: str) -> bool:
    """Whether a file is read; anything but a ValueError in words goes through."""
    try:
        read_bytes(content, suffix)
    except ValueError as error:
        assert str(error).strip(), "a refusal says what is wrong"
        assert type(error) is ValueError, error
        return False
    return True


def quickest(work: Callable[[], object], times: int = 3) -> float:
    """The seconds of the quickest of some tries: what a busy machine adds to the others is not of the work."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)
