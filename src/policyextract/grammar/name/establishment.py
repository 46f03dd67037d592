"""Institutions and units by a common noun: 各金融机构, 各学校, 市托育服务指导单位."""

from policyextract.grammar.name.department import by_function
from policyextract.grammar.name.government import government_at
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import verbs
from policyextract.marks.modal import MODAL
from policyextract.text.pattern import pattern

_FINANCE = pattern(r"(?:各|\L<name.concerned>)?\L<name.finance>\Z")
_INSTITUTION = pattern(
    r"(?:\A|[^一-鿿]|[由和与及])(\L<name.institution-scope>(?:(?![的了在对为将])[一-鿿]){0,8}"
    r"\L<name.institution>|有条件的)\Z"
)
_SCHOOL = pattern(  # those of a sort, or all: 寄宿制学校
    r"(?:\A|[^一-鿿]|[由和与及])((?:(?![的了在对为将各该本我是和与及])[一-鿿]){0,7}\L<name.school>)\Z"
)
_MODAL = pattern(MODAL)
_TOLD = pattern(rf"(?:[、和及与](?:(?![的和与及等])[一-鿿]){{2,10}}?){{0,4}}{MODAL}")
_SERVES = pattern(
    r"(?:\A|[^一-鿿]|[由向报请经])([省市州县区][级直]?(?:(?![的和与及在对政])[一-鿿]){2,8}\L<name.in-charge-of>)\Z"
)
_SERVING = frozenset("导管办")
_WINDOW = 14
_NEAR = 10
_ENTRUSTS = pattern(r"\L<name.entrusts>的\Z")


def institution(text: str, stop: int) -> Name | None:
    """Hospitals and schools, all of a sort, that must do something: 各学校应当, 基层医疗卫生机构要."""
    end = stop - len("机构") if text.endswith("机构", 0, stop) else stop
    match = _INSTITUTION.search(text[max(stop - _WINDOW, 0) : end])
    if match is None and _TOLD.match(text, stop):
        match = _SCHOOL.search(text[max(stop - _WINDOW, 0) : end])
        match = None if match is None or match.group(1)[: len("建设")] in verbs() else match
    return Name(end - len(match.group(1)), stop, "group", "department.institution", bare=True) if match else None


def unit(text: str, start: int, stop: int) -> Name | None:
    """单位 without a word of the list before it: 等单位, 市托育服务指导单位."""
    before = text[max(start - _NEAR, 0) : start]
    if before.endswith("等"):
        return Name(start, stop, "group", "department.bare", bare=True)
    serves = _SERVES.search(text[max(start - _WINDOW, 0) : start]) if before[-1:] in _SERVING else None
    return Name(start - len(serves.group(1)), stop, "agency", "department.charged") if serves else None


def establishment(text: str, start: int, stop: int) -> Name | None:
    """机构 that has no word of the list before it, or deals in money: 各金融机构, 医保经办机构, 有条件的机构应."""
    finance = _FINANCE.search(text[max(start - _NEAR, 0) : start])
    if finance:
        begin = start - len(finance.group())
        if text[begin] in "各有相":
            return Name(begin, stop, "group", "department.group")
        return Name(begin, stop, "group", "department.institution", bare=True)
    if text.endswith("经办", 0, start):
        return by_function(text, stop)
    return institution(text, stop) if _MODAL.match(text, stop) else None


def entrusted(text: str, start: int, stop: int) -> Name | None:
    """The body that a government names for a task: 省人民政府 + 授权的机构, 国务院 + 指定的部门."""
    named = _ENTRUSTS.search(text[max(start - _NEAR, 0) : start]) if text[start - 1 : start] == "的" else None
    if named is None:
        return None
    end = start - len(named.group())
    if text.endswith("国务院", 0, end):
        return Name(end - len("国务院"), stop, "agency", "department.charged")
    government = government_at(text, end) if text.endswith("政府", 0, end) else None
    return Name(government.start, stop, "agency", "department.charged") if government else None
