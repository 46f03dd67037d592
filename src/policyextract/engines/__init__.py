"""Ways into other engines: Arrow batches for those that spread work, a component for spaCy."""
