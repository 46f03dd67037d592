"""Learns what each sign of a parallel run weighs, from runs and lists that a reader has gone through.

usage: learn_runs.py [--write]

``runs.tsv`` beside this script holds enumerations of public notices, plans, regulations and work reports of 1988 to
2026, as the grammar cuts them: whether they are taken for a parallel run (1) or a list (0), what stands before,
the members, what stands after. The weights are those of a logistic regression over the signs
(``policyextract.grammar.slogan.signs``): the sum of the weights of the signs that hold, with ``bias``, is above 0 where
a run is one. They are kept to one decimal in ``lexicon/slogan/signs.tsv``; without ``--write`` the script only says
how many rows they judge alike.
"""

import argparse
import math
from pathlib import Path

from policyextract import lexicon
from policyextract.grammar.slogan.balance import is_headed, is_list
from policyextract.grammar.slogan.signs import signs

HERE = Path(__file__).parent
LIST = HERE.parent / "src/policyextract/lexicon/slogan/signs.tsv"
ROUNDS, RATE, SHRINK = 2000, 2.0, 0.001


def judged() -> list[tuple[frozenset[str], bool, str]]:
    """The signs and the judgement of each row; rows that a rule already takes for lists are left out."""
    found = []
    for line in (HERE / "runs.tsv").read_text("utf-8").splitlines()[1:]:
        answer, before, run, after = line.split("\t")
        members = tuple(run.split("、"))
        if not is_list(before, members, after):
            found.append((signs(before, members, after, is_headed(members, after)), answer == "1", line))
    return found


def learn(rows: list[tuple[frozenset[str], bool, str]]) -> dict[str, float]:
    """The weights of the signs and the bias, by gradient descent from nothing: they come out alike each time."""
    weights = {sign: 0.0 for row, _, _ in rows for sign in sorted(row)}
    bias = 0.0
    for _ in range(ROUNDS):
        slope, shift = dict.fromkeys(weights, 0.0), 0.0
        for row, answer, _ in rows:
            error = 1 / (1 + math.exp(-bias - sum(weights[sign] for sign in row))) - answer
            shift += error
            for sign in row:
                slope[sign] += error
        bias -= RATE * shift / len(rows)
        for sign in weights:
            weights[sign] -= RATE * (slope[sign] / len(rows) + SHRINK * weights[sign])
    return {"bias": round(bias, 1)} | {sign: round(weight, 1) for sign, weight in weights.items()}


def main() -> None:
    write = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    write.add_argument("--write", action="store_true", help="put the weights into the lexicon")
    rows = judged()
    kept = {sign: float(weight) for sign, weight, _ in lexicon.rows("slogan/signs")}
    if write.parse_args().write:
        kept = learn(rows)
        lines = LIST.read_text("utf-8").splitlines()
        notes = {line.split("\t")[0]: line.split("\t")[2] for line in lines if line.count("\t") == 2}
        head = [line for line in lines if line.startswith(("#", "sign\t"))]
        table = [f"{sign}\t{weight}\t{notes.get(sign, '')}" for sign, weight in sorted(kept.items())]
        LIST.write_text("\n".join((*head, *table)) + "\n", "utf-8")
    wrong = [
        line for row, answer, line in rows if (kept["bias"] + sum(kept.get(sign, 0) for sign in row) > 0) != answer
    ]
    print("\n".join(wrong))
    print(f"{len(rows) - len(wrong)} of {len(rows)} rows judged alike ({1 - len(wrong) / len(rows):.3f})")


if __name__ == "__main__":
    main()
