"""Every component and every kind of page with invented content, for the demo and the browser tests."""

from oppvekst.ground.web.gallery.views import gallery

__all__ = ["gallery"]
