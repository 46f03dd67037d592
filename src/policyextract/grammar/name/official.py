"""The full official names of departments, where the text says enough to know them.

Short forms are spelt out after the lexicon (发改 → 发展和改革, 委 → 委员会), a level or a place is inherited from the
list (县发改局、财政局), and central bodies get the name that they bore. A short form that several bodies share stays
without an official name.
"""

from collections.abc import Sequence
from functools import cache, lru_cache, partial

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.function import functions_before
from policyextract.grammar.name.lookup import lookup
from policyextract.grammar.name.organ import Name
from policyextract.text.pattern import pattern

_UNKNOWN = "-"
_committees = partial(lexicon.select, "name/words", "party-committee")
_party = partial(lexicon.select, "name/words", "party")
_several = partial(lexicon.select, "name/words", "any-of")
_OWN_NAME = pattern(r"\L<name.central-word>|.+\L<name.central-end>\Z|.{2,}部\Z|.*\L<name.own>\Z")
_DECORATION = pattern(r"\A[全我本各]|[直级]\Z|(?:人民)?政府\Z|(?<=[省市州县区旗])委\Z")
_PLAIN_GOVERNMENT = pattern(r"(?!.*(?:\L<name.no-government>|[、（(]))(.+?)(?:人民)?(\L<name.party-or-government>)\Z")


def _prefix(text: str, name: Name, head: int) -> str:
    """The level or the place before ``head``, without 直, 级, 政府, 委."""
    found = text[name.start : head]
    if found.startswith(_several()):
        return _UNKNOWN
    while True:
        bare = _DECORATION.sub("", found)
        if bare == found:
            return "" if found in lexicon.select("name/words", "nation") else found
        found = bare


def _spelt(text: str, start: int, stop: int) -> str:
    """The functions between two places in their long forms, empty if one of them has none."""
    words = lookup()
    whole = text[start:stop]
    parts: list[str] = []
    while stop > start:
        if (
            text[stop - 1] in "和与及"
            and parts
            and not any(
                size <= stop - start and text[stop - size : stop] in words.functions
                for size in words.function_sizes.get(text[stop - 2 : stop], ())
            )
        ):
            parts.append(text[stop - 1])
            stop -= 1
            continue
        for size in words.function_sizes.get(text[stop - 2 : stop], ()):
            if size <= stop - start and text[stop - size : stop] in words.functions:
                full = words.functions[text[stop - size : stop]]
                if full == _UNKNOWN:
                    return ""
                parts.append(full)
                stop -= size
                break
        else:
            return ""
    full = "".join(reversed(parts))
    return full if len(parts) == 1 or full == whole else ""


def _composed(text: str, name: Name) -> tuple[str, str]:
    """The prefix of a composed name, and the rest in full."""
    for suffix in lookup().ending(text, name.stop).suffixes:
        end = name.stop - len(suffix.text)
        if end <= name.start or not text.startswith(suffix.text, end):
            continue
        head = max(functions_before(text, end), name.start)
        if head < end and (head == name.start or level.before(text, head) <= name.start):
            body = _spelt(text, head, end)
            return _prefix(text, name, head), body + suffix.full if body else ""
    return "", ""


def _body(text: str, name: Name) -> tuple[str, str]:
    """The prefix of a name that is whole by itself, and the rest in full."""
    words = lookup()
    for head in range(name.start, name.stop):
        body = words.bodies.get(text[head : name.stop])
        if body is None or (body.central and head > name.start and text[head : name.stop] != "人民银行"):
            continue
        prefix = _prefix(text, name, head)
        if body.full == _UNKNOWN:
            return prefix, ""
        party = prefix.startswith(_party())
        prefix = prefix.removeprefix("中国共产党").removeprefix("中共")
        if text.endswith(_committees(), name.start, head) and prefix != _UNKNOWN:
            return "中共" + prefix + "委", body.full
        if text[head : name.stop] == "委" and prefix != _UNKNOWN:
            return "中共" + prefix, body.full
        if text[head] == "委" and prefix != _UNKNOWN:
            return "中共" + prefix, "委" + body.full.removeprefix("委员会").removeprefix("委")
        if text[head : name.stop] == "政府办" or text[head : name.stop] == "办":
            return prefix, _government_office(prefix)
        return "中共" + prefix if party else prefix, body.full
    return "", ""


def _government_office(prefix: str) -> str:
    """A province has a 办公厅, a county a 办公室; a city may have either."""
    last = prefix[-1:]
    if last == "省" or prefix.endswith("自治区"):
        return "人民政府办公厅"
    return "人民政府办公室" if last in "县旗镇乡" and last else ""


@cache
def _own_names() -> dict[str, str]:
    """The names that only a central body bears, each with the official one."""
    bodies = lookup().bodies.items()
    return {
        name: body.full
        for name, body in bodies
        if body.central and (name == body.full or _OWN_NAME.match(name) is not None)
    }


def _central(text: str, name: Name, among: bool) -> str:
    word = text[name.start : name.stop]
    own = _own_names().get(word)
    if own is not None or not among:
        return own or ""
    words = lookup()
    body = words.bodies.get(word)
    if body is not None and body.central:
        return body.full
    state = None if word.endswith("办") else words.bodies.get("国家" + word)
    return state.full if state is not None and state.central else ""


@lru_cache(maxsize=4096)
def _local(word: str, rule: str) -> tuple[str, str]:
    """The prefix of a local name, and the rest in full, empty where the name does not tell."""
    name = Name(0, len(word), "agency", rule)
    if rule == "department.composed":
        return _composed(word, name)
    if rule == "department.body":
        return _body(word, name)
    if rule == "department.run" and word.endswith("管委会") and len(word) > len("管委会"):
        return "", word.removesuffix("管委会") + "管理委员会"
    return "", ""


@lru_cache(maxsize=4096)
def _government(word: str) -> str:
    match = _PLAIN_GOVERNMENT.match(word)
    if match is None:
        return ""
    prefix = _DECORATION.sub("", match.group(1))
    return prefix + "人民政府" if match.group(2) == "政府" and prefix not in ("中央", "中国") else ""


def official(text: str, names: Sequence[Name]) -> list[str]:
    """The official names of the members of one list, which may inherit a level or a place from those before them.

    They are empty where the text does not tell.

    >>> text = "县发改局、财政局"
    >>> names = [Name(0, 4, "agency", "department.composed"), Name(5, 8, "agency", "department.composed")]
    >>> official(text, names)
    ['县发展和改革局', '县财政局']
    """
    words = [text[name.start : name.stop] for name in names if name.rule == "department.central"]
    among = not _own_names().keys().isdisjoint(words)
    if among and len(names) == 1:
        return [_central(text, names[0], True)]
    inherited = ""
    found = []
    for name in names:
        if name.kind == "group" or name.rule in ("department.function", "department.given"):
            found.append("")
            continue
        central = _central(text, name, among)
        if central or name.rule == "department.central":
            found.append(central)
            continue
        if name.rule == "department.government":
            found.append(_government(text[name.start : name.stop]))
            continue
        prefix, rest = _local(text[name.start : name.stop], name.rule)
        inherited = prefix.removeprefix("中共") or inherited
        if not rest or (among and not prefix) or _UNKNOWN in (prefix, inherited):
            found.append("")
        elif name.rule == "department.run":
            found.append(rest)
        else:
            found.append((prefix or inherited) + rest if prefix or inherited else "")
    return found
