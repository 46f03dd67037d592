"""Where something stands: spans, a source with its cleaned text, and the exact way between the two."""
