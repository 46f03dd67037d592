"""The names of bodies: who is named, without regard to the part that it has."""
