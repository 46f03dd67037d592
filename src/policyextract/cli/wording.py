"""What the command line says, in English or Chinese: the words are data, ``lexicon/cli``."""

import os
import re
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from policyextract.lexicon import rows

LANGUAGES = ("en", "zh")
_OPTION = "--language"


@frozen
class Message:
    """Something to say: its key in the list of messages, and what fills its gaps, other messages among it.

    >>> message = Message("missing", {"name": "通知.docx"})
    >>> message.text("en"), message.text("zh")
    ('通知.docx: no such file or folder', '通知.docx：没有这个文件或文件夹')
    """

    key: str
    values: Mapping[str, object] = field(factory=dict)

    def text(self, language: str) -> str:
        """The message in one of :data:`LANGUAGES`."""
        values = {
            name: value.text(language) if isinstance(value, Message) else value for name, value in self.values.items()
        }
        return say(self.key, language).format_map(values)


def say(key: str, language: str) -> str:
    """The words for a key, with their gaps."""
    found = next(row for row in rows("cli/messages") if row[0] == key)
    return found[1 + LANGUAGES.index(language)]


def of_argparse(message: str, language: str) -> str:
    """What argparse says, in Chinese where that is asked for and known.

    >>> of_argparse("argument -o/--output: expected one argument", "zh")
    '参数 -o/--output 缺少值'
    """
    if language == "zh":
        for shape, words in rows("cli/argparse"):
            match = re.fullmatch(shape, message, re.DOTALL)
            if match:
                return words.format(*match.groups())
    return message


def chosen(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language: that of the option ``--language``, else that of the locale, else English.

    What the option may be is for the parser to say; here it is needed before there is one.

    >>> chosen(["--language", "zh"], {}), chosen(["plan.txt"], {"LANG": "zh_CN.UTF-8"}), chosen([], {})
    ('zh', 'zh', 'en')
    """
    language = ""
    for argument, following in zip(arguments, (*arguments[1:], ""), strict=False):
        name, _, value = argument.partition("=")
        if name == "--":
            break
        if len(name) > len("--") and _OPTION.startswith(name):
            language = value or following
    if language in LANGUAGES:
        return language
    set_ = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, set_), "").lower().startswith("zh") else "en"
