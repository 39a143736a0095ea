"""Names and descriptions of actors and places as they stand in a sentence.

Found by `kg.extract.mentions`, given roles by the frames, linked by `kg.resolve.entities`.
"""

from dataclasses import dataclass
from typing import Literal

from kg.model.span import Span
from kg.vocabulary import ActorKind

# "either": a country or capital, which is the government in a speaker's or party's place and the
# place after a preposition of place. "adjective": a nationality adjective that no longer mention
# holds ("the Turkish accusations"): evidence that the state is spoken of, rarely a speaker.
MentionCategory = Literal["actor", "place", "either", "adjective"]
Gender = Literal["masculine", "feminine"]
Number = Literal["singular", "dual", "plural"]
# Of Turkish mentions. "attributive": "in Ankara" before a noun (Ankara'daki); "adjective": ABD'li;
# "agentive": by whom something is said or done (kaynaklarınca).
Case = Literal[
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "locative",
    "ablative",
    "instrumental",
    "attributive",
    "adjective",
    "agentive",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention. `first`/`last` index the sentence's tokens, inclusive.

    `span` and `text` leave out letters written on in front ("لتركيا" is mentioned at "تركيا").
    `gazetteer_id` is the linked identity ("turkey", composed "turkey.ministry-of-defence"); None =
    unlinked, then `name` is the words used. `side` is the gazetteer id of the state or body it
    belongs to. `proclitics` are the folded letters in front of the first token ("ل" = "to").
    `role` is the id of the office or role in the lexicon ("official", "spokesperson",
    "foreign-minister"), `person` the personal name beside it, if any.
    `owner` is the person whose "his office" is, where the article tells it.
    Gender, number and `human` are None where the lexicon does not know. `case` is that of the last
    word, None where the language has none.
    """

    span: Span
    text: str
    first: int
    last: int
    category: MentionCategory
    name: str
    kind: ActorKind | None = None
    gazetteer_id: str | None = None
    side: str | None = None
    unnamed: bool = False
    role: str | None = None
    person: str | None = None
    proclitics: tuple[str, ...] = ()
    gender: Gender | None = None
    number: Number | None = None
    human: bool | None = None
    case: Case | None = None
    owner: "Mention | None" = None

    def __hash__(self) -> int:
        """Where it stands tells mentions apart well enough; the other fields only cost time."""
        return hash((self.span.start, self.span.end, self.category))
