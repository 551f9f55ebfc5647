"""Prevention at the desk: what the public asks, the groups one can sign up for, and whom each school calls."""
