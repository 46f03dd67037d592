"""Which days a time means, and which of them are worked."""
