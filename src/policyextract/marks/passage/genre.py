"""What kind of document it is, as far as its figures need to know: one that grants, regulates or informs throughout."""

import re
from functools import cache

from policyextract.lexicon import alternation, select
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_ARTICLES = pattern("第[一二三四五六七八九十百]{1,5}条")
_HEAD = 400
_TITLE_END = "[^\n，。；]{0,12}(?:[（(][^\n（）()]{1,20}[）)]|——[^\n，。；]{1,40})?$"  # 问答（2025年版）; 问答——如何办
_DUE = pattern("[到至](?:19|20)[0-9]{2}年|[0-9一二三四五两]{1,2}年内")  # 到2025年，建成…; 5年内引进…
_DENSE, _LAWLIKE, _REPEATED = 130, 8, 2


@cache
def _titles(sort: str) -> "re.Pattern[str]":
    words = alternation(select("reading/genre_words", sort))
    return pattern(f"^[^\n，。；>'\"]{{0,60}}(?<!智能){words}{_TITLE_END}", re.MULTILINE)


def _is_titled(document: Document, sort: str) -> bool:
    """Whether a line that begins in the head of a document is the title of such a sort; no line is cut for one."""
    stop = document.text.find("\n", _HEAD)
    return _titles(sort).search(document.text, 0, stop if stop >= 0 else len(document.text)) is not None


@cache
def _grants() -> "re.Pattern[str]":
    """Verbs that grant; what was paid (``发放补贴``) and what only names a grant (``补贴标准``) is passed over."""
    grant, paid, noun = (alternation(select("reading/genre_words", kind)) for kind in ("grant", "paid", "noun"))
    return pattern(f"{paid}[^，。；]{{0,8}}?{grant}|{grant}{noun}|(?P<grants>{grant})")


@cache
def _offers() -> "re.Pattern[str]":
    words = alternation(select("reading/genre_words", "grant") + select("reading/genre_words", "offer"))
    return pattern(f"{words}|的[，。；）)]")


@shared
def rules(document: Document) -> bool:
    """Whether a document grants, regulates or informs throughout: a measure of subsidies, a law, a guide.

    >>> rules(Document.plain("给予最高500万元奖励，给予最高100万元补贴。"))
    True
    >>> rules(Document.plain("失业保险申领指南")), rules(Document.plain("要向社会公告淘汰企业名单，产量增长6%。"))
    (True, False)
    """
    return grants(document) or regulates(document)


@shared
def regulates(document: Document) -> bool:
    """Whether a document is a law, by its articles, or a guide, by its title.

    >>> regulates(Document.plain("失业保险申领指南")), regulates(Document.plain("给予最高500万元奖励。"))
    (True, False)
    """
    text = document.text
    return len(_ARTICLES.findall(text)) >= _LAWLIKE or _is_titled(document, "title")


@shared
def answers(document: Document) -> bool:
    """Whether a document answers a question or a motion, by its title, and so tells what was done.

    >>> answers(Document.plain("县教育局关于第12号提案的答复")), answers(Document.plain("失业保险申领指南"))
    (True, False)
    """
    return _is_titled(document, "answer")


@shared
def orders(document: Document) -> bool:
    """Whether the title of a document is that of a paper which sets what is to be done.

    >>> orders(Document.plain("县教育局关于开展护学行动的通知")), orders(Document.plain("城关镇开展护学行动"))
    (True, False)
    """
    return _is_titled(document, "order")


@shared
def grants(document: Document) -> bool:
    """Whether a document grants throughout.

    >>> grants(Document.plain("最高奖励500万元，另补贴50万元。")), grants(Document.plain("其中财政补助5亿元。"))
    (True, False)
    """
    text = document.text
    named = sum(map(text.count, select("reading/genre_words", "grant")))
    if named < _REPEATED or named * _DENSE <= len(text):
        return False
    return sum(map(bool, _grants().findall(text))) * _DENSE > len(text)


def promises(document: Document, statement: tuple[int, int], stop: int) -> bool:
    """Whether a document that grants throughout sets work in a statement, up to the clause that ends at ``stop``.

    It does where the statement grants nothing, and sets no condition; or where it says by when, before it grants.

    >>> document = Document.plain("给予奖励。给予补贴。贷款余额年均增长15%。到2025年建成9个园区，每个给予奖励。")
    >>> promises(document, (10, 22), 22), promises(document, (0, 5), 5), promises(document, (22, 43), 35)
    (True, False, True)
    """
    start, end = statement
    if not grants(document):
        return False
    due = _DUE.search(document.text, start, stop) is not None
    return _offers().search(document.text, start, stop if due else end) is None
