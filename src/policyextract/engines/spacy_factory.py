"""The entry point by which spaCy finds the component; only to be imported where spaCy is installed."""

import datetime as dt

from spacy.language import Language

from policyextract.engines.spacy_component import PolicyExtract


@Language.factory("policyextract", default_config={"reference_date": None})
def make(nlp: Language, name: str, reference_date: str | None) -> PolicyExtract:
    """The component; the date of the configuration is ISO 8601.

    Raises:
        ValueError: if the date is not ISO 8601.
    """
    return PolicyExtract(dt.date.fromisoformat(reference_date) if reference_date else None)
