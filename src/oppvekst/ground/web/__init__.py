"""What every page stands on: layouts, components, forms, error pages and the look."""
