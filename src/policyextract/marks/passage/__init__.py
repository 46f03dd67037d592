"""What a passage does, whatever is found in it: its headings, its frame, the kind and the day of its document."""
