"""The public door: whom to call now, how we work, and the children's own pages."""

from oppvekst.domain.information.portal.urls import urlpatterns

__all__ = ["urlpatterns"]
