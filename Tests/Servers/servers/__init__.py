"""Real servers, and people who push to them all at once."""
