"""What a draft begins from, filled in as far as the law and the case allow; and the same when it is changed later."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.decisions.rules import CATEGORIES, GROUPS, KINDS, Kind, basis, in_words
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, radios
from oppvekst.ground.web.forms.choices import SideBySide

LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "Engelsk"))
CONSENTS = (
    ("consent", Choice("Samtykke", "Frivillig hjelp. De som må, sier ja, og kan trekke det tilbake.")),
    ("order", Choice("Pålegg", "Barneverns- og helsenemnda har bestemt det.")),
    ("not_needed", Choice("Verken samtykke eller pålegg", "Loven krever ikke samtykke til dette.")),
)


class TermsForm(DsForm):
    """What is decided beside the text (bvl § 12-5; the register's kind, category and legal basis)."""

    use_required_attribute = False
    title = forms.CharField(
        label="Hva heter vedtaket?", max_length=120, help_text="Overskriften i brevet, i vanlige ord."
    )
    kind = forms.ChoiceField(label="Hva slags vedtak?", choices=[(kind.value, of.title) for kind, of in KINDS.items()])
    category = forms.ChoiceField(label="Hva slags hjelp?", required=False)
    category_words = forms.CharField(label="Hva slags hjelp er det, med egne ord?", required=False, max_length=200)
    starts_on = DateField(label="Fra", required=False)
    ends_on = DateField(label="Til og med", required=False)
    provider = forms.CharField(label="Hvem gir hjelpen?", required=False, max_length=120)
    price = forms.CharField(
        label="Hva koster det familien?", required=False, max_length=120, help_text="Tomt når det er gratis."
    )
    consent_ground = radios(CONSENTS, label="Hva bygger hjelpen på?", required=False)
    recommended = long_text(label="Hvilken hjelp anbefalte dere?", required=False, rows=3)
    refused_by_parents = forms.BooleanField(label="Foreldrene har sagt nei til hjelpen", required=False)
    section = forms.ChoiceField(label="Etter hvilken bestemmelse?", required=False)
    language = forms.ChoiceField(label="Språk i brevet", choices=LANGUAGES, widget=SideBySide())
    follows = {"recommended": ("kind", "dismissal_reopen"), "refused_by_parents": ("kind", "dismissal_reopen")}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", "Ikke et hjelpetiltak"), *_categories(today)]  # type: ignore[attr-defined]
        self.fields["section"].choices = [("", "Den som er vanlig for dette vedtaket"), *_sections()]  # type: ignore[attr-defined]


def _categories(today: date) -> list[tuple[str, list[tuple[str, str]]]]:
    named: dict[str, list[tuple[str, str]]] = {}
    for code in CATEGORIES.on(today):
        group = GROUPS[code.code.partition(".")[0]]
        named.setdefault(group, []).append((code.code, f"{code.code} {code.text.partition(' (')[0]}"))
    return list(named.items())


def _sections() -> list[tuple[str, str]]:
    """The usual basis of every kind, and a stay in an institution by the child's own consent (bvl § 6-1)."""
    found = [*(of.basis for of in KINDS.values()), basis("6-1", "1")]
    known = {one["section"] + "." + one["paragraph"]: in_words(one) for one in found}
    return sorted(known.items())


def usual(kind: str) -> str:
    """The usual basis of that kind, as the form writes it."""
    of = KINDS[Kind(kind)].basis
    return f"{of['section']}.{of['paragraph']}"
