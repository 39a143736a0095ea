"""Give a ministry without a state that of the capital where the report was filed.

In:  the sentences of an article with their mentions. Out: the same, "ASTANA, May 3 - Kazakhstan
protested. The Foreign Ministry said" with the Kazakh ministry. Only where one capital stands in the
dateline, its state is told of in the text or the ministry itself first of all, and no other state
could be meant: none named earlier in the sentence or first in the one before, and no ministry of
that sort named of another state. In English a ministry behind the comma that ends what is told is
the one of the desk, whoever is told of: "Peru has apologised to Chile, the foreign ministry said."
"""

from collections.abc import Iterator, Sequence

from kg.extract.cues import load_cues
from kg.extract.own_institutions import of_state
from kg.extract.spoken_for import may_speak_for
from kg.lexicon.gazetteer import load_gazetteer
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.vocabulary import Language

_OF = frozenset({"of", "in"})
_AT = frozenset({"at", "to"})  # whoever goes there may be at home elsewhere
_Mentioned = tuple[Sentence, tuple[Mention, ...]]


def home_institutions(mentioned: Sequence[_Mentioned], language: Language) -> Iterator[_Mentioned]:
    """Yield the sentences in their order."""
    home = _filed_in(mentioned)
    body = [m for s, found in mentioned if s.kind != "dateline" for m in found]
    if home is None or not (home in map(_state_of, body) or _opens(mentioned)):
        yield from mentioned
        return
    taken = {m.role for m in body if m.kind == "ministry" and _state_of(m) not in (None, home)}
    last = home
    for sentence, found in mentioned:
        bare = [m for m in found if m.role not in taken and _is_bare(m, sentence)]
        own = {
            m
            for m in bare
            if _is_last(home, m, found, last) or (language == "en" and _tells_all(m, sentence))
        }
        yield sentence, tuple(of_state(m, home, language) if m in own else m for m in found)
        last = next((s for m in found if (s := _state_of(m))), last)


def _filed_in(mentioned: Sequence[_Mentioned]) -> str | None:
    """Return the state of the only capital in the dateline."""
    dateline = next((found for s, found in mentioned if s.kind == "dateline"), ())
    sides = {m.side or m.gazetteer_id for m in dateline if m.category in ("place", "either")}
    state = next(iter(sides)) if len(sides) == 1 else None
    entry = load_gazetteer().entry(state) if state is not None else None
    return entry.id if entry is not None and entry.kind == "state" else None


def _opens(mentioned: Sequence[_Mentioned]) -> bool:
    """True for "TAIPEI, May 3 - The Foreign Ministry said": first of all, it needs no state."""
    first = next(((s, found) for s, found in mentioned if s.kind == "body"), None)
    return first is not None and any(_is_bare(m, first[0]) for m in first[1][:1])


def _state_of(mention: Mention) -> str | None:
    """Return the state of "Tehran", "the Iranian army", "Iran's Foreign Ministry spokesman"."""
    own = mention.gazetteer_id if mention.kind == "state" else None
    side = mention.side or own
    return side.partition(".")[0] if side else None


def _is_bare(mention: Mention, sentence: Sentence) -> bool:
    """True for "the Foreign Ministry" and its spokesman, not for "Berlin's ministry of health"."""
    ministry = mention.kind == "ministry" and mention.role is not None
    if mention.gazetteer_id or mention.side or not (ministry or may_speak_for(mention)):
        return False
    behind = sentence.tokens[mention.last + 1 : mention.last + 2]
    before = sentence.tokens[: mention.first][-1:]
    led = any(t.form in _OF for t in behind) or any(t.form in _AT for t in before)
    return mention.last > mention.first and not led


def _is_last(home: str, mention: Mention, found: Sequence[Mention], last: str) -> bool:
    """True where the state named last in the sentence, or first in the one before, is `home`."""
    ahead = {s for m in found if m.first < mention.first and (s := _state_of(m))}
    return (ahead or {last}) == {home}


def _tells_all(mention: Mention, sentence: Sentence) -> bool:
    """True for ", the foreign ministry said", with all that it says in front of it."""
    tokens = sentence.tokens
    before = [t.text for t in tokens[: mention.first]][-2:]
    if before[-1:] != [","] and before != [",", "the"]:
        return False
    behind = mention.last + 1
    if [t.text for t in tokens[behind : behind + 3 : 2]] == ["(", ")"]:
        behind += 3  # "the foreign ministry (MOFA) said"
    return bool(load_cues("en").find(tokens[behind : behind + 1]))
