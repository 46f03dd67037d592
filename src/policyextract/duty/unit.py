"""A statement with its members, and the clauses that it is split into."""

from policyextract.duty.member import DEPARTMENT, Member


class Clause:
    """A clause that may become a commitment.

    Attributes:
        start, stop: its place in the cleaned text.
        rule: how it was found.
        actor: where its list of actors ends, or -1 where none is named as the subject.
        named: where the first of its lists of actors ends, whatever joins it.
        reach: where its first own member may begin: a time right before the actor is its own.
        split: whether it takes its share of what stands before (``其中``).
        announces: whether it only names the actor of a list that follows (``各部门要：``).
        topic: the words before the actor that say what its duty is about (``具体办法`` + 由…制定); empty where there
            are none.
        charges: the stretches behind the words of the duty that only say who has it: ``由A牵头，B配合，``.
        members: its own, then those that were carried to it.
        inherited: the actors carried over from before it.
    """

    __slots__ = (
        "actor",
        "announces",
        "charges",
        "inherited",
        "members",
        "named",
        "reach",
        "rule",
        "split",
        "start",
        "stop",
        "topic",
    )

    def __init__(self, start: int, stop: int, rule: str, actor: int = -1, reach: int = 0, split: bool = False) -> None:
        self.start, self.stop, self.rule, self.actor, self.reach, self.split = start, stop, rule, actor, reach, split
        self.announces = False
        self.named = actor
        self.topic = (start, start)
        self.charges: list[tuple[int, int]] = []
        self.members: list[Member] = []
        self.inherited: tuple[Member, ...] = ()

    def names_actor(self) -> bool:
        """Whether it names who acts: any department, but for those that somebody only acts with (``会同A制定方案``)."""
        alone = self.rule != "commitment.verb"
        return any(member.layer == DEPARTMENT and (alone or not member.supports) for member in self.members)


class Unit:
    """A statement, or the part of it between two brackets, with its members.

    Attributes:
        start, stop: its place in the cleaned text.
        body: where its words begin.
        sentence: the number of its sentence.
        listed: whether it is an item of a list whose actor stands before the list.
        aside: whether it is a sentence in brackets, whose actors act for themselves.
        whole: whether it is a duty whatever it holds, since its actor stands before it.
        members: what stands in it, in the order of the text.
        clauses: what it was split into.
    """

    __slots__ = ("aside", "body", "clauses", "listed", "members", "sentence", "start", "stop", "whole")

    def __init__(self, start: int, stop: int, sentence: int, *, aside: bool = False) -> None:
        self.start, self.stop, self.sentence, self.aside = start, stop, sentence, aside
        self.listed = self.whole = False
        self.body = start
        self.members: list[Member] = []
        self.clauses: list[Clause] = []
