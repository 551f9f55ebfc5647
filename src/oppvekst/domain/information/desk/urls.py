"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from django.urls import path

from oppvekst.domain.information.desk import appearance, overview, points
from oppvekst.domain.information.desk.pages import editing, listing, placing, preview, versions
from oppvekst.domain.information.desk.phones import acts, lines

PAGE = "nettsider/sider/<slug:slug>/"
TEXT = f"{PAGE}<slug:language>/"
PHONE = "nettsider/telefoner/<slug:code>/"

urlpatterns = [
    path("nettsider/", overview.website, name="website"),
    path("nettsider/lenker/", overview.links, name="page-links"),
    path("nettsider/sider/", listing.pages, name="pages"),
    path("nettsider/ny-side/", placing.new, name="page-new"),
    path(PAGE, editing.page, name="page"),
    path(f"{PAGE}plass/", placing.place, name="page-place"),
    path(f"{PAGE}gjennomgatt/", versions.reviewed, name="page-reviewed"),
    path(f"{PAGE}ta-ned/", placing.archive, name="page-archive"),
    path(f"{PAGE}sett-opp/", placing.unarchive, name="page-unarchive"),
    path(f"{TEXT}vis/", preview.preview, name="page-preview"),
    path(f"{TEXT}publiser/", versions.publish, name="page-publish"),
    path(f"{TEXT}kast/", versions.drop, name="page-drop"),
    path(f"{TEXT}versjoner/", versions.versions, name="page-versions"),
    path(f"{TEXT}versjoner/<int:number>/", versions.version, name="page-version"),
    path(f"{TEXT}versjoner/<int:number>/hent/", versions.restore, name="page-restore"),
    path("nettsider/telefoner/", lines.lines, name="phone-lines"),
    path("nettsider/hvem-svarer/", lines.preview, name="phone-preview"),
    path(PHONE, lines.line, name="phone-line"),
    path(f"{PHONE}uke/", acts.week, name="phone-week"),
    path(f"{PHONE}dag/", acts.day, name="phone-day"),
    path(f"{PHONE}stengt/", acts.closure, name="phone-closure"),
    path(f"{PHONE}om/", acts.words, name="phone-words"),
    path(f"{PHONE}publiser/", acts.publish, name="phone-publish"),
    path(f"{PHONE}kast/", acts.drop, name="phone-drop"),
    path(f"{PHONE}fjern/", acts.remove, name="phone-remove"),
    path(f"{PHONE}kontrollert/", acts.checked, name="phone-checked"),
    path("nettsider/kontaktpunkter/", points.points, name="points"),
    path("nettsider/kontaktpunkter/nytt/", points.new, name="point-new"),
    path("nettsider/kontaktpunkter/<uuid:point_id>/", points.point, name="point"),
    path("utseende/", appearance.appearance, name="appearance"),
    path("utseende/prove/", appearance.preview, name="appearance-preview"),
    path("utseende/prove/<slug:colour>.css", appearance.sample, name="appearance-sample"),
    path("utseende/angre/", appearance.undo, name="appearance-undo"),
    path("utseende/husets/", appearance.reset, name="appearance-reset"),
]
