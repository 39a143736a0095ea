"""What leaves Claimline as a file."""
