"""Addresses of the room at the desk; the face gathers them under the name ``desk``."""

from django.urls import path

from oppvekst.domain.concerns.desk.views import (
    answering,
    child,
    concern,
    concluding,
    holding,
    listing,
    quarantine,
    registering,
    reviewing,
)

ONE = "meldinger/<uuid:concern_id>/"

urlpatterns = [
    path("meldinger/", listing.concerns, name="concerns"),
    path("meldinger/ny/", registering.new, name="concern-new"),
    path("meldinger/nattskjema.pdf", answering.night_form, name="night-form"),
    path("meldinger/karantene/", quarantine.quarantine, name="quarantine"),
    path("meldinger/karantene/<uuid:message_id>/", quarantine.quarantined, name="quarantine-message"),
    path("meldinger/varsel/<uuid:alarm_id>/ta/", listing.take_alarm, name="concern-alarm"),
    path(ONE, concern.concern, name="concern"),
    path(f"{ONE}straks/", concern.Assess.as_view(), name="concern-assess"),
    path(f"{ONE}ta/", reviewing.Take.as_view(), name="concern-take"),
    path(f"{ONE}gi/", reviewing.Assign.as_view(), name="concern-assign"),
    path(f"{ONE}avklar/", reviewing.Clarify.as_view(), name="concern-clarify"),
    path(f"{ONE}avklart/", reviewing.Clarified.as_view(), name="concern-clarified"),
    path(f"{ONE}skjul/", reviewing.Mask.as_view(), name="concern-mask"),
    path(f"{ONE}skjul/<uuid:passage_id>/vis/", reviewing.Unmask.as_view(), name="concern-unmask"),
    path(f"{ONE}barnet/", child.Search.as_view(), name="concern-child"),
    path(f"{ONE}barnet/koble/", child.Link.as_view(), name="concern-link"),
    path(f"{ONE}barnet/nytt/", child.Register.as_view(), name="concern-register-child"),
    path(f"{ONE}gravid/", child.Pregnancy.as_view(), name="concern-pregnancy"),
    path(f"{ONE}fodt/", child.Born.as_view(), name="concern-born"),
    path(f"{ONE}sperre/", holding.Hold.as_view(), name="concern-hold"),
    path(f"{ONE}sperre/vurder/", holding.ReviewHold.as_view(), name="concern-hold-review"),
    path(f"{ONE}sperre/loft/", holding.Lift.as_view(), name="concern-hold-lift"),
    path(f"{ONE}foresla/", concluding.Propose.as_view(), name="concern-propose"),
    path(f"{ONE}henlegg/", concluding.Dismiss.as_view(), name="concern-dismiss"),
    path(f"{ONE}grunnlos/", concluding.Unfounded.as_view(), name="concern-unfounded"),
    path(f"{ONE}bekreft/", concluding.Confirm.as_view(), name="concern-confirm"),
    path(f"{ONE}bekreft/nei/", concluding.Refuse.as_view(), name="concern-refuse"),
    path(f"{ONE}overfor/", concluding.Transfer.as_view(), name="concern-transfer"),
    path(f"{ONE}trekk/", concluding.Retract.as_view(), name="concern-retract"),
    path(f"{ONE}svar/", answering.Answer.as_view(), name="concern-answer"),
    path(f"{ONE}svar/utelat/", answering.Omit.as_view(), name="concern-answer-omit"),
    path(f"{ONE}svar.pdf", answering.letter, name="concern-letter"),
]
