"""Two who write in the same text: neither loses a word.

A text that several may write in has a *version*: the number of what was last saved. Whoever opens it to write has the
number in her form. When she saves, three texts are laid beside each other: what stood there when she began, what she has
written, and what stands there now.

- Only she has changed it: hers stands. Only another has: the other's stands, also in her form.
- Both have: that is a *clash*. Nothing is saved; the page shows both texts whole, and asks which shall stand, or both after
  each other. Until she has chosen, the other's is saved, and hers is kept in her draft.
- A third who saves meanwhile makes a new clash: a choice counts only for the version it was made about.

How a room uses it:

1. Its form is a ``SharedForm``; every field of it but the two hidden ones is a text that is shared.
2. Its table has a number that each saving raises, and every saved version is kept, so that ``was`` can be found.
3. On POST: ``form.meet(was=…, now=…, number=…)``. Clashes: show them with ``web/_conflict.html``, answer 409. None: give
   ``meeting.texts`` to the action together with ``number``; the action locks the row and refuses if the number is another.
4. A draft is kept between, in the room's own table: by ``DRAFT`` of htmx some seconds after the last key, and by every
   button of the form. It is no act and leaves no entry in the journal: what is not saved has not been said. Without
   scripts the form is an ordinary one. If the session ends while somebody writes, the desk's lock and gate keep the page,
   or what was sent (``faces/desk/gate.py``), and the draft is there when the same person comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.forms import DsForm

# How long htmx waits after the last key before it keeps the draft.
DRAFT = "input delay:3s"

type Texts = Mapping[str, str]


class Choice(StrEnum):
    """Whose text shall stand where two have written."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"


CHOICES = {
    Choice.BOTH: _("Begge, den lagrede først"),
    Choice.MINE: _("Min tekst"),
    Choice.THEIRS: _("Den som er lagret"),
}


@dataclass(frozen=True)
class Clash:
    """One field that two have changed: both texts, whole."""

    name: str
    mine: str
    theirs: str

    def settled(self, choice: Choice) -> str:
        """The text that stands after the choice."""
        both = "\n\n".join((self.theirs, self.mine))
        return {Choice.MINE: self.mine, Choice.THEIRS: self.theirs, Choice.BOTH: both}[choice]


@dataclass(frozen=True)
class Meeting:
    """What comes of one person's writing and what others have saved meanwhile."""

    texts: dict[str, str]
    clashes: tuple[Clash, ...] = ()


def meet(was: Texts, mine: Texts, now: Texts) -> Meeting:
    """Lay the three texts of each field beside each other.

    >>> meet({"a": "x", "b": "x"}, {"a": "y", "b": "x"}, {"a": "x", "b": "z"}).texts
    {'a': 'y', 'b': 'z'}
    >>> meet({"a": "x"}, {"a": "y"}, {"a": "z"}).clashes
    (Clash(name='a', mine='y', theirs='z'),)
    """
    texts, clashes = {}, []
    for name, written in mine.items():
        before, stands = same(was.get(name, "")), same(now.get(name, ""))
        mine_now = same(written)
        if mine_now in (before, stands):
            texts[name] = stands
        else:
            texts[name] = mine_now
            if stands != before:
                clashes.append(Clash(name, mine_now, stands))
    return Meeting(texts, tuple(clashes))


def same(text: str) -> str:
    """A text without what a browser alone makes different: its line endings and the space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


class SharedForm(DsForm):
    """A form of texts that several may write in. ``version`` is what it was opened at, ``seen`` what a choice is about."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @property
    def shared(self) -> tuple[str, ...]:
        """The names of the fields that are shared."""
        return tuple(name for name in self.fields if name not in SharedForm.base_fields)

    @property
    def sent(self) -> bool:
        """Whether it stood on the page that was sent. What a colleague has added since did not, and must not be emptied."""
        return self.add_prefix("version") in (self.data or {})

    @property
    def opened_at(self) -> int:
        """The version it was opened at."""
        return self.cleaned_data.get("version") or 0

    def written(self) -> dict[str, str]:
        """What was written, field by field."""
        return {name: same(self.cleaned_data.get(name, "")) for name in self.shared}

    def meet(self, *, was: Texts, now: Texts, number: int) -> Meeting:
        """What comes of it, with the choices that were made about this very version."""
        met = meet(was, self.written(), now)
        if self.cleaned_data.get("seen") != number:
            return met
        chosen = {clash: choice for clash in met.clashes if (choice := self.chosen(clash.name))}
        settled = {clash.name: clash.settled(choice) for clash, choice in chosen.items()}
        return Meeting(met.texts | settled, tuple(clash for clash in met.clashes if clash not in chosen))

    def chosen(self, name: str) -> Choice | None:
        """Whose text was chosen for that field, if any."""
        sent = (self.data or {}).get(choice_name(self, name))
        return Choice(sent) if sent in set(Choice) else None


def choice_name(form: forms.BaseForm, name: str) -> str:
    """What the choice about a field is called in the form."""
    return f"{form.add_prefix(name)}-choice"


def shown(clash: Clash, form: SharedForm, **told: Any) -> dict[str, Any]:
    """What ``web/_conflict.html`` needs of one clash. ``told``: ``who`` saved the other text, and ``when``."""
    chosen = form.chosen(clash.name)
    choices = [(choice.value, words, choice == chosen) for choice, words in CHOICES.items()]
    return {
        "field": form[clash.name], "name": choice_name(form, clash.name), "theirs": clash.theirs, "choices": choices, **told,
    }  # fmt: skip
