"""部门: of a function (生态环境主管部门), of what it is charged with, as a group with its words, or bare."""

from functools import partial

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.function import functions_before, strong_before
from policyextract.grammar.name.government import government_at, scope_before
from policyextract.grammar.name.lookup import lookup
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.qualified import qualified, words
from policyextract.text.pattern import pattern

_CHARGED_WITH = pattern(r"\L<name.charged>[一-鿿]{2,14}\L<name.charge>的\Z")
_UNKNOWN = pattern(
    r"(?<![一-鿿])((?!.{0,7}\L<name.before-group>)"
    r"各?[一-鿿]{2,8})\Z"
)
_BY = pattern(r"(?<![自理])由((?!.*\L<name.before-unit>)[一-鿿]{2,7})\Z")
_IS_ASKED = pattern(r"\L<marks.modal>|负责|会同")
_OFFICE = pattern(r"\L<name.office>\Z")
_OFFICE_ENDS = frozenset("管理政法办督察")
_heads = partial(lexicon.select, "name/words", "field-office")
_FIELD = pattern(
    r"(?:\A|[^一-鿿]|政府|[由向报经和与及到的])((?:(?![的等其各有相或将应要、到可之在]|\L<name.no-field>)[一-鿿]){1,6})\Z"
)
_LONGEST_FIELD = 8
_several = partial(lexicon.select, "name/words", "several-of")
_scopes = partial(lexicon.select, "name/words", "level-scope")
_PART_OF = frozenset("跨多分一本两个")
_WINDOW = 28
_NEAR = 10


def by_function(text: str, stop: int) -> Name | None:
    """The department of a function without its own name: 生态环境主管部门, 公安机关; all of them: 各地商务主管部门."""
    head = stop - 2
    office = _OFFICE.search(text[max(head - 4, 0) : head]) if text[head - 1] in _OFFICE_ENDS else None
    begin = _function(text, head - len(office.group()), head) if office else head
    if begin == head:
        begin = _function(text, head, head)
    if begin == head and office:
        begin = _of_field(text, office.group(), head)
    if begin == head:
        return None
    begin = _scoped(text, begin)
    begin -= next((len(word) for word in _several() if text.endswith(word, 0, begin)), 0)
    kind = "group" if text.startswith(_several(), begin) else "agency"
    return Name(begin, stop, kind, "department.function")


def _of_field(text: str, office: str, head: int) -> int:
    """Where a field begins that no list knows, of a government or before its office: 水 + 行政主管; else ``head``."""
    end = head - len(office)
    field = _FIELD.search(text, max(end - _LONGEST_FIELD, 0), end)
    if field is None or field[1] in words().uses:
        return head
    return field.start(1) if office in _heads() or text.endswith("政府", 0, field.start(1)) else head


def _function(text: str, end: int, head: int) -> int:
    """Where the level and the functions begin that end at ``end``; ``head`` if they name nobody by themselves."""
    function = functions_before(text, end)
    if function == end:
        return head
    begin = level.before(text, function)
    if begin < function:
        return begin
    begin = strong_before(text, end)
    return head if begin == end or text[begin:head] in lookup().weak else begin


def _scoped(text: str, begin: int) -> int:
    """Where the government begins that a department belongs to: 县级以上人民政府 + 教育部门."""
    if text.endswith("政府", 0, begin):
        government = government_at(text, begin)
        return government.start if government else begin
    scope = scope_before(text[max(begin - 4, 0) : begin], min(begin, 4))
    return begin - len(scope) if scope in _scopes() else begin


def department(text: str, start: int, stop: int) -> Name | None:
    """部门: the department of a function, a group with its words, or bare."""
    part = text[start - 1 : start] in _PART_OF and text[start - 2 : start] != "等多"
    if text.startswith("性", stop) or (part and text.startswith(lexicon.select("name/words", "abstract"), stop)):
        return None
    found = by_function(text, stop)
    begin = qualified(text, start, "d")
    if found and found.start <= begin:
        return found
    whose = text[start - 1 : start] == "的"
    charged = _CHARGED_WITH.search(text[max(start - _WINDOW, 0) : start]) if whose else None
    if charged:
        return Name(
            level.before(text, _scoped(text, start - len(charged.group()))), stop, "agency", "department.charged"
        )
    by = _BY.search(text[max(start - _NEAR, 0) : start])
    if by and start - len(by.group(1)) < begin:
        return Name(start - len(by.group(1)), stop, "agency", "department.unknown")
    if begin < start:
        if text.startswith("政府", begin):
            government = government_at(text, begin + 2)
            begin = government.start if government else begin
        return Name(begin, stop, "group", "department.group", bare=text[begin:start] in words().weak)
    unknown = _UNKNOWN.search(text[max(start - _NEAR, 0) : start]) if _IS_ASKED.match(text, stop) else None
    if unknown:
        return Name(start - len(unknown.group(1)), stop, "agency", "department.unknown")
    return None if part else Name(start, stop, "group", "department.bare", bare=True)
