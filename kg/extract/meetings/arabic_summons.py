"""Whom Arabic tells to have been summoned, in the passive: "استدعي السفير إلى الوزارة".

In:  a view, a verb of summoning, what stands behind and in front of it. Out: who met; None where
the verb is active. Without vowel signs the passive shows by its last letter alone, استدعي beside
استدعى; where two stand behind the verb it is the active one, however it ends.
"""

from collections.abc import Sequence

from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_SUMMON = "summon"
_PASSIVE = ("ي", "يت")
_ENVOYS = endings_of("ar", "roles_of_envoys")
_ONE = 1
_WITHIN = 14  # tokens
_TO = words_of("ar", "to_where_they_came")
_FOR_TALKS = words_of("ar", "called_home_for")


def summoned(
    view: View, hit: VerbHit, parts: Parts, subject: Sequence[Party]
) -> list[Party] | None:
    """Return the envoy and the ministry he was called to; nobody where no envoy is told of."""
    passive = hit.inflection.form == "past" and view.tokens[hit.first].text.endswith(_PASSIVE)
    if hit.verb.id != _SUMMON or not passive or hit.enclitic or view.lexicon.language != "ar":
        return None
    people = [p for p in parts.bare if isinstance(p, Mention) and p.category == "actor"]
    ahead = [p for p in subject if isinstance(p, Mention) and p.last < hit.first]
    if len(people) > _ONE:
        return None
    guests = people if people else [*ahead, *people][-1:]
    hosts = [m for m in parts.to if m.kind == "ministry"]
    envoys = [p for p in guests if (p.role or "").startswith(_ENVOYS)]
    if not hosts and _is_called_home(view, hit.last):
        return []
    return [*hosts, *envoys] if envoys else []


def is_summoned(speaker: Party, guest: Mention) -> bool:
    """True for "أعلنت الوزارة استدعاء السفير الكوبي": another state's envoy, not one's own.

    A state's own ambassador is called home, and a judge or an officer is called back to work.
    """
    own = isinstance(speaker, Mention) and bool(speaker.side) and speaker.side == guest.side
    return (guest.role or "").startswith(_ENVOYS) and not own


def _is_called_home(view: View, last: int) -> bool:
    """True for "استدعي السفير إلى موسكو للتشاور": his own state calls him back, he meets nobody."""
    for k in range(last + 1, min(view.size, last + _WITHIN)):
        if view.is_break(k):
            return False
        town = view.mention_from(k + 1)
        home = town is not None and town.category in ("place", "either")
        if view.form(k) in _FOR_TALKS or (view.form(k) in _TO and home):
            return True
    return False
