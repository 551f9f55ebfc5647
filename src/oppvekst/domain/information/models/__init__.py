"""What the service publishes about itself. The public reads what is published, and nothing else."""

from oppvekst.domain.information.models.appearance import Appearance
from oppvekst.domain.information.models.pages import Page, PageVersion
from oppvekst.domain.information.models.phones import Closure, Opening, PhoneLine
from oppvekst.domain.information.models.places import ContactPoint

__all__ = ["Appearance", "Closure", "ContactPoint", "Opening", "Page", "PageVersion", "PhoneLine"]
