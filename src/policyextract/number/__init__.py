"""What numerals and units are worth."""
