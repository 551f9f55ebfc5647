"""KS Fiks: the rail on which the national portal's concerns arrive."""
