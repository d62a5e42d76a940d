"""Who is on whose side: by the organisations and offices of the cast, by country, and by the adversaries that are known.

Belongs here: how one actor stands to another. Does not belong here: who holds or speaks in a clause (`side`).
"""

from collections import Counter
from functools import cached_property

from transforms import lexicon
from transforms.text.actors.cast import Actor, Cast
from transforms.text.actors.player import PEOPLE_KINDS, STATE_KINDS
from transforms.text.positions.word import uses
from transforms.text.reading import Reading, lower
from transforms.text.statements.statement import Span

_ADVERSARIES = frozenset(frozenset(pair) for pair in lexicon.rows("adversaries"))
# Words in offices and bodies of a country's government and army.
GOVERNING = uses("governing")


class Allegiances:
    """The allegiances of one text's actors, each by its index in the cast."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.cast = cast

    @cached_property
    def organisations(self) -> dict[int, list[int]]:
        """The organisations to which the text ties each actor."""
        found: dict[int, list[int]] = {}
        for affiliation in self.cast.affiliations:
            if affiliation.organisation is not None and affiliation.organisation != affiliation.actor:
                found.setdefault(affiliation.actor, []).append(affiliation.organisation)
        return found

    @cached_property
    def _by_name(self) -> dict[str, int]:
        return {actor.name: index for index, actor in enumerate(self.cast.actors)}

    def _circle(self, actor: int) -> list[int]:
        """An actor with the organisations it speaks for, by the text or by the office that the reference gives it."""
        circle = [actor, *self.organisations.get(actor, ())]
        office = self.cast.actors[actor].office
        if office is not None and (held := self._by_name.get(office, -1)) >= 0 and held not in circle:
            circle.append(held)
        return circle

    @cached_property
    def _home(self) -> str | None:
        """The country of which the text speaks most."""
        actors = self.cast.actors
        spoken = Counter(
            country
            for mention in self.cast.mentions
            if mention.actor is not None and (country := actors[mention.actor].country) is not None
        )
        return max(spoken, key=lambda country: (spoken[country], country)) if spoken else None

    @cached_property
    def _posts(self) -> dict[int, set[str]]:
        """The words of the roles that the text gives to somebody, and of the descriptions of who has no name."""
        found: dict[int, set[str]] = {}
        for affiliation in self.cast.affiliations:
            found.setdefault(affiliation.actor, set()).update(lower(affiliation.role_title).split())
        for index, actor in enumerate(self.cast.actors):
            if not actor.is_named:
                found.setdefault(index, set()).update(lower(actor.name).split())
        return found

    def _is_domestic(self, actor: int) -> bool:
        """Whether somebody holds an office of the country that the text speaks of: a minister, whose the text does not say."""
        row = self.cast.actors[actor]
        if row.kind not in PEOPLE_KINDS or row.country not in (None, self._home):
            return False
        foreign = (self.cast.actors[one] for one in self.organisations.get(actor, ()))
        if any(one.kind not in STATE_KINDS or one.country not in (None, self._home) for one in foreign):
            return False
        return not GOVERNING.isdisjoint(self._posts.get(actor, ()))

    def is_at_home(self, speaker: int, text: Span) -> bool:
        """Whether the words are those for a government or army, and the speaker is of the country that the text speaks of."""
        words = lower(self.reading.text[slice(*text)]).split()
        return bool(words) and words[-1] in GOVERNING and words[0] in ("the", "both") and self._is_domestic(speaker)

    def is_own_side(self, speaker: int, holder: int) -> bool:
        circle, other = self._circle(speaker), self._circle(holder)
        if any(one in other for one in circle):
            return True
        actors = self.cast.actors
        if actors[holder].kind in STATE_KINDS and actors[holder].country in (None, self._home) and self._is_domestic(speaker):
            return True
        return any(
            _is_official(actors[one]) and _is_official(actors[two]) and actors[one].country == actors[two].country
            for one in circle
            for two in other
        )

    def is_adversary(self, speaker: int, holder: int) -> bool:
        actors = self.cast.actors
        one = {_side_name(actors[actor]) for actor in self._circle(speaker)}
        two = {_side_name(actors[actor]) for actor in self._circle(holder)}
        return any(frozenset((name, other)) in _ADVERSARIES for name in one for other in two)


def _is_official(actor: Actor) -> bool:
    """Whether the actor is a state, a part of its government or army, or somebody from there: an unnamed source, an office-holder."""
    if actor.country is None:
        return False
    return actor.kind in STATE_KINDS or (
        (actor.kind in ("unnamed_source", "role") or (actor.kind == "person" and actor.office is not None))
        and bool({"GOV", "MIL", "SPY", "COP"} & set(actor.sectors) or (actor.kind != "person" and "LEG" in actor.sectors))
    )


def _side_name(actor: Actor) -> str:
    if actor.country is not None and (_is_official(actor) or (actor.kind == "unnamed_source" and not actor.sectors)):
        return actor.country
    return actor.name
