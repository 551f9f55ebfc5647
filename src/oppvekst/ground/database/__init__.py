"""PostgreSQL 18 as the house uses it: embedded server, roles and hats, one transaction a request, row policies."""
