"""A word of a list makes the difference in a sentence that the list is for.

``python -m tests.test_carriers`` counts anew how many words do.
"""

import pytest
from tests.carriers import FILE, Carrier, carriers, gives, words_of

from policyextract import lexicon

_ROWS = 0.7


@pytest.mark.parametrize("carrier", carriers(), ids=lambda carrier: f"{carrier.uses}: {carrier.sentence}")
def test_the_words_of_a_list_are_read_in_its_carrier(carrier: Carrier) -> None:
    found = gives(carrier)
    silent = [word for word in words_of(carrier.uses) if word not in set(found)]
    assert len(found) >= carrier.count, f"{carrier.reading!r} is not read with {silent}"


def test_most_words_have_a_carrier() -> None:
    known = {carrier.uses.split(" ")[0] for carrier in carriers()}
    carried = sum(max(each.count for each in carriers() if each.uses == uses) for uses in {c.uses for c in carriers()})
    assert carried >= _ROWS * sum(len(lexicon.rows(name)) for name in known)


def _written_anew() -> str:
    """The file with the counts of today; what no word of its list gives any more is left out."""
    counts = iter([len(gives(carrier)) for carrier in carriers()])
    header, *lines = FILE.read_text("utf-8").splitlines()
    kept = [header]
    for line in lines:
        if line.startswith("#"):
            kept.append(line)
        elif count := next(counts):
            kept.append("\t".join((*line.split("\t")[:4], str(count))))
    return "\n".join(kept) + "\n"


if __name__ == "__main__":
    FILE.write_text(_written_anew(), "utf-8")
