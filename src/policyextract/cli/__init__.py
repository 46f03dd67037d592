"""The command line: what it reads, what it writes, and how it looks in a terminal."""
