"""The public form as people use it, over HTTP, with the portal's own rights in the database."""
