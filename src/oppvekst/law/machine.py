"""States, the steps between them, and the sentence that says why a step cannot be taken now."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from oppvekst.law.citation import Citation
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound, Refusal


@dataclass(frozen=True)
class State:
    """Where something stands; nothing leads out of a state that is `closed`, except an undoing."""

    name: str
    title: str
    closed: bool = False


@dataclass(frozen=True)
class Guard[F]:
    """A condition on the facts. One with a `field` can be mended by filling it in; one without cannot."""

    id: str
    check: Callable[[F], bool]
    refusal: str
    citation: Citation
    field: str | None = None
    interpretation: str | None = None
    # Where the facts themselves know what is lacking: their sentence, in the place of the general one.
    told: Callable[[F], str] | None = None

    def refuse(self, facts: F | None = None) -> Refusal:
        """The refusal this condition gives alone."""
        sentence = self.told(facts) if self.told and facts is not None else self.refusal
        if self.field is None:
            return NotAllowed(sentence, self.citation, because=(self.id,), interpretation=self.interpretation)
        fields = {self.field: sentence}
        return Incomplete(fields, self.citation, because=(self.id,), interpretation=self.interpretation)


@dataclass(frozen=True)
class Step[F]:
    """One lawful step: from which states, to which, and on what conditions."""

    name: str
    sources: frozenset[str]
    target: str
    citation: Citation
    guards: tuple[Guard[F], ...] = ()
    title: str = ""

    def refusals(self, facts: F) -> tuple[Refusal, ...]:
        """Every condition that fails, so that a person hears all of it at once."""
        return tuple(guard.refuse(facts) for guard in self.guards if not guard.check(facts))

    def demand(self, facts: F, *, later: Collection[str] = ()) -> None:
        """Refuse unless the conditions hold, all but those whose field is filled in ``later``."""
        _raise_together(
            tuple(one for one in self.refusals(facts) if not (one.fields and one.fields.keys() <= {*later}))
        )


@dataclass(frozen=True)
class Outlook[F]:
    """A step seen from where we stand: possible, or why not."""

    step: Step[F]
    refusals: tuple[Refusal, ...]

    @property
    def possible(self) -> bool:
        """Whether the step can be taken now."""
        return not self.refusals

    @property
    def mendable(self) -> bool:
        """Whether filling in what is lacking would be enough."""
        return all(isinstance(refusal, Incomplete) for refusal in self.refusals)


@dataclass(frozen=True)
class Machine[F]:
    """A life cycle in the law.

    >>> from oppvekst.law.citation import bvl
    >>> signed = Guard[bool]("signed", lambda facts: facts, "Skriv under først.", bvl("12-4"), field="signature")
    >>> letter = Machine("brev", "draft", (State("draft", "utkast"), State("sent", "sendt", closed=True)), (
    ...     Step("send", frozenset({"draft"}), "sent", bvl("12-4"), (signed,), "Send"),))
    >>> letter.take("draft", "send", True)
    'sent'
    >>> [refusal.sentence for outlook in letter.outlook("draft", False) for refusal in outlook.refusals]
    ['Skriv under først.']
    """

    name: str
    initial: str
    states: tuple[State, ...]
    steps: tuple[Step[F], ...]

    def __post_init__(self) -> None:
        named = {self.initial}.union(*(step.sources | {step.target} for step in self.steps))
        if unknown := named - self._states.keys():
            raise ValueError(f"{self.name}: ukjente tilstander {sorted(unknown)}")
        if len(self._steps) != len(self.steps) or len(self._states) != len(self.states):
            raise ValueError(f"{self.name}: samme navn to ganger")

    def state(self, name: str) -> State:
        """The state with that name."""
        if name not in self._states:
            raise NotFound(f"«{self.name}» har ingen tilstand «{name}».")
        return self._states[name]

    def step(self, name: str) -> Step[F]:
        """The step with that name."""
        if name not in self._steps:
            raise NotFound(f"«{self.name}» har ikke steget «{name}».")
        return self._steps[name]

    def take(self, state: str, step: str, facts: F, *, later: Collection[str] = ()) -> str:
        """The state after the step, or the refusal that stops it; ``later`` are fields that somebody else fills in."""
        wanted, here = self.step(step), self.state(state)
        if state not in wanted.sources:
            sentence = f"«{wanted.title or step}» kan ikke gjøres når {self.name} er «{here.title}»."
            raise NotAllowed(sentence, wanted.citation, because=("wrong_state",))
        wanted.demand(facts, later=later)
        return wanted.target

    def outlook(self, state: str, facts: F) -> list[Outlook[F]]:
        """Every step that leads out of here, each possible or with the reasons why it is not now."""
        self.state(state)
        return [Outlook(step, step.refusals(facts)) for step in self.steps if state in step.sources]

    def mermaid(self) -> str:
        """The machine as a Mermaid diagram, for the generated documentation."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f'    state "{state.title}" as {state.name}' for state in self.states]
        for step in self.steps:
            label = f"{step.title or step.name} ({step.citation})".replace(";", ",")
            lines += [f"    {s.name} --> {step.target}: {label}" for s in self.states if s.name in step.sources]
        lines += [f"    {state.name} --> [*]" for state in self.states if state.closed]
        return "\n".join(lines) + "\n"

    @cached_property
    def _states(self) -> dict[str, State]:
        return {state.name: state for state in self.states}

    @cached_property
    def _steps(self) -> dict[str, Step[F]]:
        return {step.name: step for step in self.steps}


def _raise_together(refusals: tuple[Refusal, ...]) -> None:
    """What cannot be mended is told before what can; what can is told all at once."""
    for refusal in refusals:
        if not isinstance(refusal, Incomplete):
            raise refusal
    if refusals:
        first = refusals[0]
        fields = {name: told for refusal in refusals for name, told in refusal.fields.items()}
        because = tuple(reason for refusal in refusals for reason in refusal.because)
        raise Incomplete(fields, first.citation, because=because, interpretation=first.interpretation)
