"""What the house needs to be built and kept: run by `make`, never by the product."""
