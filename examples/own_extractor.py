"""An extractor of one's own, in a pipeline with those of the library.

    python examples/own_extractor.py

It reads the numbers of documents (国办发〔2021〕5号) into records, beside slogans with two labels of one's own and the
departments with one more name.
"""

from collections.abc import Iterable

import regex
from attrs import frozen

from policyextract import Departments, Document, Mention, Pipeline, Slogans, read
from policyextract.extractor import Rule, run

TEXT = """各县市区人民政府，州直各部门：
为落实《国务院办公厅关于服务“六稳”“六保”进一步做好“放管服”改革有关工作的意见》（国办发〔2021〕10号），深化拿地即开工改革，
由州数据专班牵头，州政务服务局配合，建立周调度月通报机制。原实施方案（湘政发[2020]3号）同时废止。
"""


@frozen
class DocumentNumber:
    """The number of an official document (GB/T 9704-2012, 7.2.5): who issued it, in which year, under which number."""

    issuer: str
    year: int
    number: int


_RULES = (
    Rule(
        "document-number.bracketed",
        regex.compile(
            r"(?<!\p{Han})(?P<issuer>\p{Han}{2,10}+)[〔\[(（](?P<year>[12]\d{3})[〕\])）](?P<number>\d{1,4})号"
        ),
        lambda match, document: DocumentNumber(match["issuer"], int(match["year"]), int(match["number"])),
    ),
)


def document_numbers(document: Document) -> Iterable[Mention[DocumentNumber]]:
    """An extractor is anything that is called with a document and gives mentions."""
    return run(_RULES, document)


PIPELINE = Pipeline(
    [document_numbers, Departments(names=["州数据专班"]), Slogans(labels=["拿地即开工", "周调度月通报"])]
)


def main() -> None:
    """Show what the pipeline reads, each with its place in the source and its rule."""
    document = read(TEXT)
    for mention in PIPELINE(document):
        print(f"{mention.span.start:4}-{mention.span.stop:<4} {mention.rule:28} {document.quote(mention.span)}")


if __name__ == "__main__":
    main()
