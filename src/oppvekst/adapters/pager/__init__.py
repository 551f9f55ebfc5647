"""The pager: rings the one on call. Neutral words only: a phone lies on a kitchen table and is read by others."""

from oppvekst.adapters.pager.pager import FolderPager, Indiscreet, Pager, Ring

__all__ = ["FolderPager", "Indiscreet", "Pager", "Ring"]
