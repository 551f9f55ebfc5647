"""How a municipality's house looks: its colour, arms, languages and areas."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.information.models.published import Owned, edited


class Appearance(Owned):
    """One row a municipality. Without one, or with an empty field, the house's own look is used."""

    accent = models.TextField("farge", blank=True, db_comment="#rrggbb; hele fargeskalaen regnes ut av den")
    arms = models.TextField("våpen", blank=True, db_comment="SVG, vasket for alt annet enn former og farger")
    service_name = models.TextField("tjenestens navn", blank=True)
    languages = models.JSONField("språk", default=list, db_comment="språkkoder i den rekkefølgen de vises")
    areas = models.JSONField("områder", default=list, db_comment="skolekretser, bydeler eller bygder")
    # What it was before the last change, so that whoever regrets it need not remember. The journal has the whole story.
    before = models.JSONField("slik det var", default=dict, blank=True)
    updated_at = models.DateTimeField("endret")

    class Meta:
        verbose_name = "utseende"
        verbose_name_plural = "utseende"
        db_table_comment = "Farge, våpen, språk og områder for kommunens åpne sider"
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="appearance_once"),
            *edited(
                "appearance", ("accent", "arms", "service_name", "languages", "areas", "before", "updated_at"),
                shown="true",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.service_name
