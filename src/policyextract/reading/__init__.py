"""What a clause does with what it says."""
