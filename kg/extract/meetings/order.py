"""Read parties where Arabic word order puts them: "أجرى مع B محادثات", "التقى B في روما، ثم C".

In:  a meeting's parts as read behind its word, and how it is told. Out: the parts with the others:
who stands between the verb and its noun, and who was met next. Whoever comes behind "then" was met
apart. Lexicon: `then` of meetings_<language>.toml.
"""

from kg.extract.meetings.parts import Parts, PartsReader
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import MeetingWords
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention


def read_between(view: View, words: MeetingWords, telling: Telling, parts: Parts) -> None:
    """Give the parts those whom "with" names between the verb and the noun."""
    light = telling.light
    if words.language != "ar" or light is None or light.last > telling.cue:
        return
    if parts.with_ or parts.between:
        return
    for k in range(light.last + 1, telling.cue):
        if (pronoun := with_pronoun(view, k)) is not None:
            parts.with_.append(pronoun)
            return
        if words.lists["with"].length_at(view.tokens, k):
            more = PartsReader(view, words, limit=telling.cue - 1).read(k)
            parts.with_.extend(more.with_)
            parts.place = parts.place or more.place
            parts.time = parts.time or more.time
            return


def with_pronoun(view: View, k: int) -> Pointer | None:
    """Return whom the Arabic word "with him" at token `k` means."""
    found = next((r for r in view.readings(k) if r.stem == "مع" and r.enclitic), None)
    if found is None or found.enclitic not in ("ه", "ها"):
        return None
    gender: Gender = "feminine" if found.enclitic == "ها" else "masculine"
    place = view.tokens[k].start
    return Pointer(kind="pronoun", place=place, gender=gender, number="singular", human=True)


def read_next_met(view: View, words: MeetingWords, parts: Parts, limit: int) -> None:
    """Give the parts whom they met next: "then the foreign minister", "ثم برئيس الوفد"."""
    k, then = parts.last + 1, words.lists["then"]
    while k <= limit and (view.is_comma(k) or view.time_at[k] is not None):
        k += 1
    length = then.length_at(view.tokens, k) if k <= limit else 0
    if not length or not _opens_party(view, words, k + length):
        return
    more = PartsReader(view, words, limit=limit).read(k + length, verbal=True)
    met = [*more.bare, *more.with_]
    if met:
        parts.with_.extend(met)
        parts.separate = True
        parts.last = max(parts.last, more.last)


def without_offices(parties: list[Party]) -> list[Party]:
    """Leave out the office behind a name that takes no object: اجتمع كاماو رئيس الوزراء مع B."""
    kept: list[Party] = []
    for party in parties:
        before = kept[-1] if kept else None
        if isinstance(party, Mention) and isinstance(before, Mention):
            office = bool(party.role) and not party.person and not party.proclitics
            if office and before.person is not None and before.last + 1 == party.first:
                continue
        kept.append(party)
    return kept


def _opens_party(view: View, words: MeetingWords, k: int) -> bool:
    """True where a party stands behind "then", no other clause."""
    if words.lists["with"].length_at(view.tokens, k):
        return True
    mention = view.mention_from(k)
    named = mention is not None and mention.category == "actor" and mention.kind != "state"
    return named or words.lists["counterpart"].has_stem(view.tokens, k)
