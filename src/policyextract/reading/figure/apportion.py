"""Figures that follow one another under a list of names: each has its own (``城镇、农村居民收入分别增长4%和5%``)."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from policyextract.indicator.members import spread
from policyextract.indicator.standard import standard_indicator
from policyextract.marks.segment import layout
from policyextract.reading.figure.indicator import last_of_list
from policyextract.reading.figure.noun import head_noun, measure_noun
from policyextract.text.document import Document, Find
from policyextract.text.pattern import pattern
from policyextract.values import QuantityRole

_BESIDE = pattern("(?:及?以[上下内]|\\L<quantity.about>|之?内|（[^）]{1,8}）)?(?:[、和及与]|以及)")
_LISTED, _JOINED = pattern("、|以及"), pattern("[、和及与]|以及")
_MEASURED = pattern("[率数量额度值重比速幅]$")
_PER = pattern("单位\\L<figure.of-product>?生产总值|单位GDP|每[百千万](?:名)?(?:老年)?人口?")
_TOWN_COUNTRY = pattern("^(.{0,6})城乡(.{2,12})$")
_LOANS = pattern("^(.{0,8})存贷款(.{0,8})$")
_SHARED, _LEAST, _LONGEST, _BEHIND, _SECTORS = 3, 2, 24, 6, 3


def apportioned(document: Document, finds: Sequence[Find]) -> tuple[Find, ...]:
    """The figures of a document, those of one list each under the name that stands at its place."""
    found = list[Find]()
    for run in _runs(document, finds):
        named = run[0].value.indicator or ""
        parts = (parted(named, len(run)) or _named_before(document, run, found)) if len(run) > 1 else ()
        for number, find in enumerate(run):
            own = parts[number] if parts else last_of_list(named)
            found.append(find if own == named else find._replace(value=evolve(find.value, indicator=own)))
    return tuple(found)


def _named_before(document: Document, run: Sequence[Find], found: Sequence[Find]) -> tuple[str, ...]:
    """The names of as many figures before in the sentence: ``游客5万人次，收入6亿元，分别增长4%、5%``."""
    sentences, clauses = layout(document).sentences, layout(document).clauses
    clause, _ = clauses.bounds(run[0].start)
    if "分别" not in document.text[clause : run[0].start]:
        return ()
    begin, _ = sentences.bounds(run[0].start)
    before = found[-len(run) :]
    names = [find.value.indicator for find in before if begin <= find.start < clause and find.value.indicator]
    takes = len(set(names)) == len(run) and names[-1] == run[0].value.indicator
    return tuple(names) if takes else ()


def _runs(document: Document, finds: Iterable[Find]) -> Iterator[list[Find]]:
    """Figures side by side in one clause that measure under one name; any other figure alone."""
    run = list[Find]()
    for find in finds:
        if run and not _follows(document, run[-1], find):
            yield run
            run = []
        run.append(find)
    if run:
        yield run


def _follows(document: Document, one: Find, two: Find) -> bool:
    if two.value.role is QuantityRole.OTHER or not two.value.indicator or two.value.indicator != one.value.indicator:
        return False
    within = two.start < layout(document).clauses.bounds(one.start)[1]
    return within and _BESIDE.fullmatch(document.text, one.stop, two.start) is not None


def parted(name: str, count: int) -> tuple[str, ...]:
    """The names of a list of ``count``, each with what it shares with the last; nothing where the list has not as many.

    >>> parted("城乡居民人均可支配收入", 2), parted("粮食、油料产量", 2), parted("工业投资", 2)
    (('城镇居民人均可支配收入', '农村居民人均可支配收入'), ('粮食产量', '油料产量'), ())
    >>> parted("一、二、三产业增加值", 3)
    ('第一产业增加值', '第二产业增加值', '第三产业增加值')
    """
    whole = spread(name.replace("三次产业", "一二三产业") if count == _SECTORS else name)
    if count == _LEAST and "、" not in whole:
        whole = _TOWN_COUNTRY.sub(r"\1城市\2、\1农村\2", whole)
    whole = _LOANS.sub(r"\1存款\2、\1贷款\2", whole)
    for link in (_LISTED, _JOINED):
        parts = [part for part in link.split(whole) if len(part) >= _LEAST]
        if len(parts) == count:
            return _opened_alike((*(_completed(part, parts[-1]) for part in parts[:-1]), parts[-1]))
    return ()


def _opened_alike(parts: tuple[str, ...]) -> tuple[str, ...]:
    """``单位生产总值能耗和碳排放``, ``项目落地率、开工率``: per what or of what the first is, the others are too."""
    rates = [len(part) == _SHARED and part[-1] == "率" for part in parts[1:]]
    if (
        parts[0][-1] == "率" and all(rates) and _LEAST <= len(parts[0]) - _SHARED <= _BEHIND - _LEAST
    ):  # 项目落地率、开工率
        return (parts[0], *(parts[0][:-_SHARED] + part for part in parts[1:]))
    per = _PER.match(parts[0])
    return (parts[0], *(part if _PER.match(part) else per[0] + part for part in parts[1:])) if per else parts


def _completed(member: str, last: str) -> str:
    """A member of a list with what the last one says for all: ``粮食`` before ``油料产量`` is ``粮食产量``."""
    if head_noun(member) or _MEASURED.search(member):
        return member
    if standard_indicator(last).name:
        ends = (last[start:] for start in range(1, min(len(last) - 1, _LONGEST)))
        known = next((end for end in ends if standard_indicator(member + end).name), "")
        if known:
            return member + known
    return member + next((end for share in _SHARES if (end := share(member, last))), "")


def _of_whole(member: str, last: str) -> str:
    """``增加值占生产总值比重``: what is measured, and of what it is a part."""
    whole, of, rest = last.partition("占")
    return measure_noun(whole) + of + rest if of else ""


def _per_head(member: str, last: str) -> str:
    return last[last.index("人均") :] if "人均" in last and "人均" not in member else ""


def _after_like(member: str, last: str) -> str:
    """``急难型、支出型临时救助标准``: what stands behind the word that ends both."""
    at = last.find(member[-1], 1, _LONGEST)
    end = last[at + 1 :].lstrip('”"') if at > 0 else ""
    return end if len(end) >= _LEAST and (head_noun(end) or _MEASURED.search(end)) else ""


def _noun(member: str, last: str) -> str:
    """``产量``, ``覆盖率``, ``数``."""
    noun = head_noun(last)
    if len(noun) >= _LEAST or not _MEASURED.search(last):
        return noun if noun != last else ""
    return last[-1] if last[-1] == "数" else last[-_SHARED:] if len(last) > _SHARED else ""


def _beside(member: str, last: str) -> str:
    """``刑事、治安案件``: what stands behind a word as long as the short one."""
    return last[_LEAST:] if len(member) == _LEAST < len(last) <= _LEAST + _BEHIND else ""


_SHARES: tuple[Callable[[str, str], str], ...] = (_of_whole, _per_head, _after_like, _noun, _beside)
"""What a member of a list takes from the end of the last one; the first that gives something, the longest before."""
