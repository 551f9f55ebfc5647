"""Prevention: talking something over before it becomes a concern (bvl § 15-1)."""
