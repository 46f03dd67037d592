"""Records of times: the days that one means, and what it is in its clause."""

import datetime as dt

from attrs import frozen

from policyextract.text.pattern import pattern
from policyextract.text.record import Record
from policyextract.values.kind import TimeBound, TimeKind, TimeRole, TimeUnit
from policyextract.values.number import Number

_CLOCK = pattern("(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?|24:00(?::00)?")


@frozen
class Time(Record):
    """An expression of time.

    Attributes:
        kind: date, duration, recurrence or event.
        bound: by, within, from or at.
        earliest, latest: for a date, the first and the last day, both included; ``None`` for an open side, for the
            other kinds, and where the text does not say enough to know.
        amount, unit: the length of a duration, or the period of a recurrence.
        from_clock, to_clock: the first and the last minute of the day that a date or a recurrence names, as ``HH:MM``
            (ISO 8601; the end of a day is ``24:00``), equal for one moment; ``None`` for an open side, and where no
            hour is named.

    >>> Time(TimeKind.DATE, TimeBound.BY, latest=dt.date(2024, 5, 7), to_clock="17:30").to_dict()["to_clock"]
    '17:30'

    Raises:
        ValueError: if ``earliest`` is after ``latest``, or a time of the day is none.
    """

    kind: TimeKind
    bound: TimeBound = TimeBound.AT
    earliest: dt.date | None = None
    latest: dt.date | None = None
    amount: Number | None = None
    unit: TimeUnit | None = None
    from_clock: str | None = None
    to_clock: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"a time needs earliest <= latest, got {self.earliest} > {self.latest}")
        for clock in (self.from_clock, self.to_clock):
            if clock is not None and not _CLOCK.fullmatch(clock):
                raise ValueError(f"a time of the day is written HH:MM or HH:MM:SS, from 00:00 to 24:00, not {clock!r}")


@frozen
class Timing(Record):
    """A time as its clause uses it: a limit for what is to be done, or a reference.

    Attributes:
        time: what was read.
        role: limit or reference.
    """

    time: Time
    role: TimeRole = TimeRole.REFERENCE
