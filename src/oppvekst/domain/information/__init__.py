"""Information: what the service tells everybody, first of all whom to call now (bvl § 15-3 (4))."""
