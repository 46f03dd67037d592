"""Records of bodies, slogans, and duties: who does which target by when."""

from attrs import field, frozen

from policyextract.text.record import EMPTY_IS_NULL, STANDS_FIRST, Record
from policyextract.text.span import Mention
from policyextract.values.figure import Figure
from policyextract.values.kind import DepartmentKind, DepartmentRole, SloganKind
from policyextract.values.time import Timing


@frozen
class Responsibility(Record):
    """An organisation and its part in a duty.

    Attributes:
        name: as the text has it, without white space.
        kind: agency, government or group.
        role: lead, support, responsible, supervise or none.
        canonical: the full official name where the text gives enough to know it, else empty.
        label: the label that it was listed under (``责任单位``), or empty.
    """

    name: str
    kind: DepartmentKind = field(metadata=STANDS_FIRST)
    role: DepartmentRole = field(default=DepartmentRole.NONE, metadata=STANDS_FIRST)
    canonical: str = ""
    label: str = ""


@frozen
class Slogan(Record):
    """A coined phrase.

    Attributes:
        kind: label, motto or parallel.
        items: the members of a parallel run, or of a motto of two; empty for others.
        numeral_of: for a label with numerals, how many members each part announces (``三高四新``: 3 and 4).
        expansion: the members of a label where the text spells them out nearby.
    """

    kind: SloganKind
    items: tuple[str, ...] = field(default=(), metadata=EMPTY_IS_NULL)
    numeral_of: tuple[int, ...] = ()
    expansion: tuple[str, ...] = ()


@frozen(cache_hash=True)  # of all its members, and asked for at each of them
class Commitment(Record):
    """A duty: who must do what, how much, by when.

    Attributes:
        departments, targets, times: its members: departments with a role, figures that are targets, times that are
            limits.
        action: what is to be done, in the words of the text.
        heading: the headings that it stands under, outermost first.
        inherited: where it names nobody who acts itself, the departments carried over from before it: from the sentence
            before, or from the heading that names a body.

    >>> from policyextract import extract
    >>> duties = extract("市水务局要加强河道管护。6月底前完成清淤30公里。").commitments
    >>> [([one.value.name for one in duty.value.inherited], duty.value.action) for duty in duties]
    [([], '加强河道管护'), (['市水务局'], '完成清淤30公里')]
    """

    departments: tuple[Mention[Responsibility], ...] = ()
    targets: tuple[Mention[Figure], ...] = ()
    times: tuple[Mention[Timing], ...] = ()
    action: str = ""
    heading: tuple[str, ...] = field(default=())
    inherited: tuple[Mention[Responsibility], ...] = ()
