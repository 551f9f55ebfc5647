"""Pages of the case, one file a tab."""
