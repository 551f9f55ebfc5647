"""The investigation at the desk: opening it with its limit in sight, its two clocks, its plan, and extending it."""
