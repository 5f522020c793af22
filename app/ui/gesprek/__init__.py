"""One conversation: when, with whom, what it follows from, and its report."""
