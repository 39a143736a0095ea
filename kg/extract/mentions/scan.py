"""A sentence with everything the lexicon knows in it, as the grammars walk over it."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from kg.extract.mentions.lexicon import Hit, Lexicon, Tag
from kg.extract.mentions.span import words_between
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Case, Gender, Mention, MentionCategory, Number
from kg.model.token import Reading, Sentence, Token
from kg.vocabulary import ActorKind

_PARTIES = words_of("ar", "parties_spoken_for")
_PLAIN = Reading((), False, "")


@dataclass(slots=True)
class Phrase:
    """A mention being put together: its tokens and what is known about it so far."""

    first: int
    last: int
    reading: Reading = _PLAIN
    enclitic: str = ""
    kind: ActorKind | None = None
    category: MentionCategory = "actor"
    identity: str | None = None
    side: str | None = None
    role: str | None = None
    person: str | None = None
    unnamed: bool = False
    definite: bool = False
    gender: Gender | None = None
    number: Number | None = None
    human: bool | None = None
    case: Case | None = None
    shown: str | None = None  # the words used, where they stand apart: "Turkish … officials"
    nested: list["Phrase"] = field(default_factory=list)


class Scan:
    """Tokens, and the lexicon's hits by the token where they begin. Made for one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.end = len(self.tokens)
        tokens = self.tokens
        self.language = lexicon.language
        self._states: Counter[str] | None = None
        self._hits = [lexicon.hits(tokens, i) if t.is_word else () for i, t in enumerate(tokens)]

    def drop(self, position: int, unwanted: Collection[Hit]) -> None:
        """Take back hits that turned out to be other words."""
        self._hits[position] = tuple(h for h in self._hits[position] if h not in unwanted)

    def add(self, position: int, hit: Hit) -> None:
        """Put a hit in front of those that begin at a token."""
        self._hits[position] = (hit, *self._hits[position])

    def hits(self, position: int) -> tuple[Hit, ...]:
        """Return the hits that begin at a token, the longest first; none behind the end."""
        return self._hits[position] if 0 <= position < self.end else ()

    def text(self, first: int, last: int) -> str:
        """Return the words from one token to another as they stand, blanks made one."""
        begin, end = self.tokens[first].start, self.tokens[last].end
        start = self.sentence.start
        return " ".join(self.sentence.text[begin - start : end - start].split())

    def find(self, position: int, tag: Tag, *, bare: bool = True) -> Hit | None:
        """Return the longest hit with that tag; `bare` = with no letters in front of it."""
        for hit in self.hits(position):
            if hit.sense.tag == tag and not (bare and hit.reading.proclitics):
                return hit
        return None

    def all(self, position: int, tag: Tag, *, bare: bool = True) -> Iterator[Hit]:
        """Yield the hits with that tag, the longest first."""
        for hit in self.hits(position):
            if hit.sense.tag == tag and not (bare and hit.reading.proclitics):
                yield hit

    def form(self, position: int) -> str:
        """Return the folded word at a position, "" outside the sentence."""
        return self.tokens[position].form if 0 <= position < self.end else ""

    def is_word(self, position: int) -> bool:
        """True for a word inside the sentence."""
        return 0 <= position < self.end and self.tokens[position].is_word

    def countries_outside(self, first: int, last: int) -> set[str]:
        """Return the ids of states named elsewhere in the sentence, by noun or adjective."""
        if self._states is None:
            self._states = Counter(
                state for hits in self._hits for hit in hits for state in _states_of(hit)
            )
        here = Counter(
            state
            for position in range(first, last + 1)
            for hit in self._hits[position]
            for state in _states_of(hit)
        )
        return {state for state, count in self._states.items() if count > here[state]}

    def mentions(self, phrase: Phrase) -> Iterator[Mention]:
        """Yield the mention of a phrase and of those inside it, in order of their beginning."""
        yield self._mention(phrase)
        for inner in phrase.nested:
            if inner.identity and inner.category != "place":
                inner.category = "adjective"
            if inner.identity:
                yield from self.mentions(inner)
            elif self.language == "ar" and phrase.person and self._is_party(inner):
                inner.category = "adjective"  # "رئيس حزب العمال فلان": a body no list has
                yield self._mention(inner)

    def _is_party(self, body: Phrase) -> bool:
        """True for a party, a bloc or a front: no body of the state that its head serves."""
        return body.reading.stem in _PARTIES and body.last > body.first

    def _mention(self, phrase: Phrase) -> Mention:
        span, text, words = words_between(
            self.sentence, phrase.first, phrase.last, phrase.reading, phrase.enclitic
        )
        entry = load_gazetteer().entry(phrase.identity) if phrase.identity else None
        return Mention(
            span=span,
            text=text,
            first=phrase.first,
            last=phrase.last,
            category=phrase.category,
            name=entry.label
            if entry
            else (phrase.person or phrase.shown or _without_article(words)),
            kind=phrase.kind or (_kind_of(entry) if entry else None),
            gazetteer_id=phrase.identity,
            side=phrase.side or (entry.side if entry else None),
            unnamed=phrase.unnamed,
            role=phrase.role,
            person=phrase.person,
            proclitics=phrase.reading.proclitics,
            gender=phrase.gender,
            number=phrase.number,
            human=phrase.human,
            case=phrase.case,
        )


def side_of(owner: Phrase) -> str | None:
    """Return the id of a state or body as an owner: a capital stands for its state."""
    if owner.category == "either" and owner.side:
        return owner.side
    return owner.identity or owner.side


def another_of(phrase: Phrase, owner: Phrase, shown: str) -> Phrase:
    """Return the same description of another state, named there by that state's word alone."""
    return Phrase(
        owner.first,
        owner.last,
        owner.reading,
        owner.enclitic,
        kind="official",
        role=phrase.role,
        side=side_of(owner),
        unnamed=phrase.unnamed,
        definite=phrase.definite,
        gender=phrase.gender,
        number=phrase.number,
        human=True,
        shown=shown,
        nested=[owner],
    )


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else words


def _states_of(hit: Hit) -> Iterator[str]:
    """Yield the state that a nationality, a country's name or a capital's tells of."""
    if hit.sense.tag == "adjective" or hit.sense.kind == "state":
        yield hit.sense.id
    elif hit.sense.tag == "name":
        entry = load_gazetteer().entry(hit.sense.id)
        if entry is not None and entry.side:
            yield entry.side


def name_phrase(hit: Hit) -> Phrase:
    """Return the phrase of a name of the gazetteer."""
    entry = load_gazetteer().entry(hit.sense.id)
    if entry is None:  # the lexicon's names come from the gazetteer
        raise KeyError(hit.sense.id)
    gender = hit.sense.gender or "feminine"  # cities and regions are feminine
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        hit.enclitic,
        kind=_kind_of(entry),
        category=entry.category,
        identity=entry.id,
        side=entry.side,
        definite=True,
        gender=gender,
        number=entry.number,
        human=False,
    )


def _kind_of(entry: Entry) -> ActorKind | None:
    """A capital in an actor's place is its state's government."""
    return "state" if entry.kind is None and entry.category == "either" else entry.kind
