"""What the text itself shows, once a document: markers, headings, points, sentences and clauses, labelled fields."""
