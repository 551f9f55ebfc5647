"""The public door of a concern: one question a page, for somebody in distress, on a phone, also without scripts."""
