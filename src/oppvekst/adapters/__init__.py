"""What stands between the house and the world: one folder per counterparty, its own words kept inside."""
