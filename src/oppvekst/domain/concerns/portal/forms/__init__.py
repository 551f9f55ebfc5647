"""The questions. A form asks what one page asks; which pages there are, and in which order, stands in ``kinds``."""
