"""Who said what in one sentence, by token index: what the readers of each language hand over.

In/Out: `Attribution` values, made by `kg.extract.speakers`, turned
into draft statements by `kg.extract.statements`.
"""

from dataclasses import dataclass

from kg.extract.cues import Cue
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Gender, Mention, Number
from kg.vocabulary import ActorKind, SpeechAct

MAX_SPEAKER_WORDS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A cue with its parties and the words said. Token indices are inclusive.

    `order` names the word order, for the rule's name. `start` is where the clause begins.
    `clausal` is true for a clause ("that …"), a quotation or words behind a colon; false for a
    noun phrase ("a ceasefire"). `speaker` None = looked for, not found. `nested` is true when the
    clause is what another speaker says. `before` is true when the words said stand before the cue.
    `margin` is how sure the choice of the speaker is, 0 to 1. `act` is what the words said make of
    the row's act ("that X must …"), None where they leave it. `joint` are those who say it together
    with the speaker: "A, B and C said".
    """

    cue: Cue
    order: str
    speaker: Party | None
    via: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    start: int
    content_first: int
    content_last: int
    clausal: bool
    nested: bool = False
    before: bool = False
    margin: float = 1.0
    act: SpeechAct | None = None
    joint: tuple[Mention, ...] = ()

    @property
    def first(self) -> int:
        """The first token of the evidence."""
        return min(self.start, self.content_first)


_OWN = frozenset({"his", "her", "its", "their"})
_PRIVATE_HEBREW = words_of("he", "people_of_no_office")
_PRIVATE = words_of("en", "people_of_no_office")
_OF_WHAT = words_of("en", "people_described_behind")
_BODY_OF: dict[str, ActorKind] = {
    **dict.fromkeys(words_of("en", "nameless_bodies"), "organization"),
    **dict.fromkeys(words_of("en", "nameless_ministries"), "ministry"),
    **dict.fromkeys(words_of("en", "nameless_media"), "media"),
}


def unlinked_mention(
    view: View,
    first: int,
    last: int,
    *,
    gender: Gender | None = None,
    number: Number | None = None,
) -> Mention | None:
    """Return a mention for a noun phrase that no lexicon knows; None when it holds no letter.

    The name is the words used. A nationality adjective inside tells the side. A body called by its
    sort alone ("the ministry") gets its kind, so that it can be looked up in what stands before.
    """
    if view.form(first - 1) == "the" and view.form(first) in view.lexicon.descriptions:
        first -= 1
    span = view.words_span(first, last)
    if span is None:
        return None
    text = view.sentence.text[span.start - view.sentence.start : span.end - view.sentence.start]
    if not any(c.isalpha() for c in text):
        return None
    adjective = next(
        (m for i in range(first, last + 1) if (m := view.mention_at[i]) and m.gazetteer_id), None
    )
    kind = view.lexicon.descriptions.get(view.form(last)) if last - first <= 1 else None
    owned = view.form(last - 1).endswith("'s") or view.form(first) in _OWN
    if owned and last - first <= 2 and view.form(last) in view.lexicon.word_set("own_bodies"):
        kind = "ministry"  # "his office", "Solskyi's department"
    if kind is not None and last > first and view.form(first) != "the" and not owned:
        kind = None
    people = kind or _kind_of_people(view, first, last)
    human = people in (None, "person") and (
        view.form(last) not in view.lexicon.word_set("own_bodies")
    )
    return Mention(
        span=span,
        text=text,
        first=first,
        last=last,
        category="actor",
        name=" ".join(text.split()).removeprefix("the ").removeprefix("The "),
        kind=people,
        side=(adjective.side or adjective.gazetteer_id) if adjective else None,
        gender=gender,
        number=number,
        human=human,
    )


def can_act(mention: Mention | None) -> bool:
    """True for what may speak or meet: actors, and places whose name stands for a government."""
    return mention is not None and mention.category in ("actor", "either")


def is_press(mention: Mention) -> bool:
    """True for "journalists", of no outlet: they listen, and take no other part."""
    return mention.kind == "media" and mention.unnamed and mention.number == "plural"


def _kind_of_people(view: View, first: int, last: int) -> ActorKind | None:
    """Return "person" for people of no office: "families of the dead", "Kenyan farmers", דייגים.

    Of English bodies that only words tell of the kind is theirs: "its main union federation".
    """
    if view.lexicon.language == "he":
        private = any(r.stem in _PRIVATE_HEBREW for r in view.readings(first))
        return "person" if private else None
    if view.lexicon.language != "en":
        return None
    head = next((k for k in range(first + 1, last + 1) if view.form(k) in _OF_WHAT), last + 1) - 1
    if view.form(head) in _PRIVATE:
        return "person"
    return _BODY_OF.get(view.form(head)) if head > first else None
