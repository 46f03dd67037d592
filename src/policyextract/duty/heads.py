"""The patterns of labels and headings, put together from the lexicon ``duty/words`` at first use."""

import re
from functools import cache

from policyextract.duty.kinds import any_of
from policyextract.text.pattern import pattern

_NOTED = "(?:[（(][^（()）\\n]{0,20}[）)])?"


@cache
def announcement() -> "re.Pattern[str]":
    """What only announces the list after it: ``做好以下工作：``."""
    return pattern(r"\L<duty.below>[^，,。；;：:]{0,12}[：:]$")


@cache
def duties() -> "re.Pattern[str]":
    """The end of what announces a list of duties: ``履行下列职责：``; not one of things: ``提交下列材料：``."""
    return pattern(r"\L<duty.below>[^，,。；;：:]{0,8}?\L<duty.listed-duty>[：:]$")


@cache
def note() -> "re.Pattern[str]":
    """A note in brackets behind a title: ``（3项）``."""
    return pattern("[（(][^（()）\\n]{0,12}[)）]")


@cache
def heading() -> "re.Pattern[str]":
    """What follows a body in a heading that names it: ``2024年重点工作``, ``牵头的工作``."""
    year = "(?:[0-9]{4}年度?|今年)?"
    return pattern(f"{_NOTED}(?:{any_of('role')})?的?{year}(?:{any_of('heading')}){{0,5}}{_NOTED}[：:。]?")


@cache
def columns() -> "re.Pattern[str]":
    """The head of a flattened table, with the number of its first row: ``序号…牵头单位配合单位1``."""
    return pattern(f"序号[^，,。；;：:]{{0,40}}?(?:{any_of('label')}){{2,6}}[0-9]{{0,3}}")


@cache
def row_number() -> "re.Pattern[str]":
    """The number of a row of a flattened table: ``2`` + 新建公园."""
    return pattern("[0-9]{1,3}(?=[\\u4e00-\\u9fff])")


@cache
def phase() -> "re.Pattern[str]":
    """A line that heads a phase: ``第一阶段``."""
    return pattern("(?:\\A|\n)[ \\t\\u3000]{0,8}第[一二三四五六七八九十]{1,3}(?:阶段|[步批轮])")


@cache
def announced() -> "re.Pattern[str]":
    """The end of what only announces a list, where no actor is named: ``主要目标：``, ``抓好两件事：``."""
    counted = "[一二三四五六七八九十两几0-9]{1,3}(?:[大个]|方面)?[件项点条事方重]"
    return pattern(rf"(?:\L<marks.goal-noun>|\L<duty.below>|{counted})[^，,。；;：:]{{0,8}}[：:]\s*$")


@cache
def mere_bodies() -> "re.Pattern[str]":
    """What is no more than names of bodies, or has no word at all: ``医政处、人事处``, ``/``."""
    name = f"(?!{any_of('order', 'manner')})[一-鿿]{{1,8}}{any_of('section')}"
    return pattern(f"{name}(?:[、，,和]{name}){{0,7}}|[^一-鿿]*")


@cache
def list_title() -> "re.Pattern[str]":
    """A title of what follows it: ``今年主要预期目标``, ``组织实施阶段（9月1日至9月30日）``."""
    words = "[^，,。；;：:\\n]{0,30}"
    return pattern(f"(?:(?!{any_of('order')}){words}{any_of('list')}|{words}{any_of('stage')}){_NOTED}")


@cache
def label() -> "re.Pattern[str]":
    """A label before a list of actors or before a time limit: ``责任单位：``, ``完成时限】``, ``责任单位为``."""
    return pattern(f"{any_of('label')}{_NOTED}(?:[】〕]\\s*[：:]?|[）)]?[ \u3000]*[：:]|[为是])\\s*")


@cache
def label_line() -> "re.Pattern[str]":
    """What begins with a label, of a body or of a person, of a time or of what else is filled in."""
    return pattern(f"[\\s（(【〔]*[一-鿿]{{0,6}}?{any_of('label', 'person-label')}{_NOTED}[】）)〕]?\\s*[：:】〕]")


@cache
def label_opens() -> "re.Pattern[str]":
    """What may stand between the beginning of a clause and its label: ``市级`` + 责任单位."""
    return pattern(r"[\s（(【〔]*(?!各|\L<name.concerned>)(?:[一-鿿]{0,6})[（(【〔]?")


@cache
def item_name() -> "re.Pattern[str]":
    """The name of a field before a duty: ``工作任务：``."""
    return pattern(f"{any_of('field')}[：:]\\s*")
