"""The outside world: the clock and the file store."""
