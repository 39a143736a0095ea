"""Every text that views put before a reader, in English: the keys of the translations.

Whole sentences with %(name)s places, so that a translation may order them as its language does.
Keys that count something have the number as %(n)s; `ONE` has the English form for one.
"""

from collections.abc import Mapping
from typing import Any

from kg.model import notes
from kg.query import messages_why
from kg.query.differences import Fact
from kg.query.telling import EventKind, Role
from kg.vocabulary import ActorKind, Language, MeetingStatus, SpeechAct

# Each speech act without and with somebody spoken to.
SAID: Mapping[SpeechAct, tuple[str, str]] = {
    "announces": (
        "%(speaker)s announces: %(content)s",
        "%(speaker)s announces to %(addressee)s: %(content)s",
    ),
    "asserts": (
        "%(speaker)s says: %(content)s",
        "%(speaker)s tells %(addressee)s: %(content)s",
    ),
    "denies": (
        "%(speaker)s denies: %(content)s",
        "%(speaker)s denies to %(addressee)s: %(content)s",
    ),
    "warns": (
        "%(speaker)s warns: %(content)s",
        "%(speaker)s warns %(addressee)s: %(content)s",
    ),
    "accuses": (
        "%(speaker)s makes an accusation: %(content)s",
        "%(speaker)s accuses %(addressee)s: %(content)s",
    ),
    "expresses-concern": (
        "%(speaker)s voices concern: %(content)s",
        "%(speaker)s voices concern to %(addressee)s: %(content)s",
    ),
    "describes": (
        "%(speaker)s describes: %(content)s",
        "%(speaker)s describes to %(addressee)s: %(content)s",
    ),
    "demands": (
        "%(speaker)s demands: %(content)s",
        "%(speaker)s demands of %(addressee)s: %(content)s",
    ),
    "promises": (
        "%(speaker)s promises: %(content)s",
        "%(speaker)s promises %(addressee)s: %(content)s",
    ),
}

# Each status of a meeting, and a meeting that is denied, without and with a place.
MET: Mapping[str, tuple[str, str]] = {
    "held": ("%(participants)s met", "%(participants)s met in %(place)s"),
    "ongoing": ("%(participants)s are meeting", "%(participants)s are meeting in %(place)s"),
    "planned": ("%(participants)s are to meet", "%(participants)s are to meet in %(place)s"),
    "proposed": (
        "A meeting of %(participants)s is proposed",
        "A meeting of %(participants)s in %(place)s is proposed",
    ),
    "postponed": (
        "A meeting of %(participants)s is postponed",
        "A meeting of %(participants)s in %(place)s is postponed",
    ),
    "cancelled": (
        "A meeting of %(participants)s is cancelled",
        "A meeting of %(participants)s in %(place)s is cancelled",
    ),
    "denied": (
        "A meeting of %(participants)s is denied",
        "A meeting of %(participants)s in %(place)s is denied",
    ),
}
ACCORDING_TO = "%(gist)s (according to %(speaker)s)"
OTHERS = "%(names)s and others not stated"
NO_PARTIES = "parties not stated"

DECLARED = (
    "%(speaker)s declares a red line: %(content)s",
    "%(speaker)s declares a red line to %(addressee)s: %(content)s",
)

UNRESOLVED_SPEAKER = "an unresolved speaker"
NOT_STATED = "not stated"
UNNAMED = "%(name)s (not named)"
# Words of a name that already say it, so that nobody reads "unnamed officer (not named)".
SAYS_UNNAMED = "unnamed anonymous unidentified undisclosed"

ACTS: Mapping[SpeechAct, str] = {
    "announces": "Announcement",
    "asserts": "Statement",
    "denies": "Denial",
    "warns": "Warning",
    "accuses": "Accusation",
    "expresses-concern": "Concern",
    "describes": "Description",
    "demands": "Demand",
    "promises": "Promise",
}
KINDS: Mapping[EventKind, str] = {
    "statement": "Statement",
    "meeting": "Meeting",
    "redline": "Red line",
}
STATUSES: Mapping[MeetingStatus, str] = {
    "held": "held",
    "ongoing": "ongoing",
    "planned": "planned",
    "proposed": "proposed",
    "postponed": "postponed",
    "cancelled": "cancelled",
}
ROLES: Mapping[Role, str] = {
    "speaker": "speaker",
    "addressee": "addressee",
    "reporter": "reporter",
    "participant": "took part",
    "mediator": "mediator",
    "declarer": "declared it",
    "about": "spoken of",
}
HERE = "here"
CHAIN_ROLES: Mapping[str, str] = {
    "article": "article",
    "reporter": "reporter",
    "speaker": "speaker",
    "event": "what it is about",
}
COMMITMENTS: Mapping[str, str] = {
    "asserts": "tells it as a fact",
    "denies": "denies it",
    "anticipates": "expects it",
    "reactsTo": "reacts to it",
    "declares": "declares it",
    "restates": "restates it",
    "changes": "changes it",
    "retracts": "takes it back",
}
IN_SUM: Mapping[str, str] = {
    "asserted": "told as a fact",
    "denied": "only denied",
    "anticipated": "only expected",
    "mixed": "told and denied",
}
FLAGS: Mapping[str, str] = {
    "disputed": "disputed",
    "maybe_same": "possibly the same as another",
    "unnamed": "source not named",
}
LANGUAGES: Mapping[Language, str] = {
    "ar": "Arabic",
    "en": "English",
    "tr": "Turkish",
    "he": "Hebrew",
}
STEPS: Mapping[str, str] = {
    "declared": "declared",
    "restated": "restated",
    "changed": "changed",
    "retracted": "retracted",
    "crossed": "said to be crossed",
    "crossing-denied": "crossing denied",
}
ACTOR_KINDS: Mapping[ActorKind, str] = {
    "state": "state",
    "ministry": "ministry",
    "organization": "organization",
    "media": "news outlet",
    "official": "official",
    "person": "person",
    "armed-group": "armed group",
}
EDGES: Mapping[str, str] = {
    "met": "met",
    "said": "addressed",
    "warned": "warned",
    "accused": "accused",
    "denied": "denied",
    "redline": "drew a red line for",
    "belongs": "belongs to",
}
NETWORK_FILE: Mapping[str, str] = {
    "title": "Who met and addressed whom",
    "claims": "Claims: %(n)s",
    "tie": "%(one)s %(tie)s %(other)s",
    "fit": "Fit",
    "table": "The same as a table",
    "licences": "Licences",
    "who": "Who",
    "did": "Did",
    "whom": "With or to",
    "times": "Times",
}
# What files to take away say of themselves.
TAKEN: Mapping[str, str] = {
    "calendar": "Claimline: dated events",
    "feed": "Claimline: newest claims",
    "some-day": "some day in %(when)s",
    "dated": "%(when)s: %(what)s",
    "tells": "Tells of: %(what)s",
}
LEFT_OUT = "%(n)s events without a date that a calendar can hold are left out."
FACETS: Mapping[str, str] = {
    "side": "Side",
    "actor": "Actor",
    "role": "Part played",
    "place": "Place",
    "kind": "Kind",
    "act": "Speech act",
    "source": "Source",
    "lang": "Language of the article",
    "certainty": "How sure",
    "commitment": "Told how",
    "disputed": "Disputed",
    "maybe_same": "Possibly the same",
    "unnamed": "Source not named",
}
CERTAINTIES: Mapping[str, str] = {
    "certain": "certain",
    "probable": "probable",
    "possible": "possible",
}
DIFFERENCES: Mapping[Fact, str] = {
    "denial": "whether it is so",
    "day": "day",
    "place": "place",
    "participants": "who took part",
    "speaker": "speaker",
    "addressee": "addressee",
    "status": "status",
}

FACT_LABELS: Mapping[str, str] = {
    "participants": "Who took part",
    "mediators": "Mediators",
    "addressees": "Said to",
    "declared_to": "Declared to",
    "place": "Place",
    "venue": "Venue",
    "topic": "Topic",
    "status": "Status",
    "condition": "Condition",
    "about": "Speaks of",
    "said_at": "Said at",
    "trigger": "What would cross it",
}

# Facts of a table with a column for each article.
BESIDE: Mapping[str, str] = {
    "participants": "Who took part",
    "addressees": "Said to",
    "declared_to": "Declared to",
    "when": "When",
    "place": "Place",
    "status": "Status",
    "commitment": "Told how",
    "words": "In its words",
    "speaker": "Who says so",
    "reporters": "Reported by",
}
# What an actor or a place has to do with.
PROFILE: Mapping[str, str] = {
    "said": "What it said",
    "met": "Whom it met",
    "declared": "Red lines it declared",
    "told": "What was said to it",
    "about": "What others say of it",
    "meetings": "Meetings here or about it",
    "redlines": "Red lines here or about it",
    "statements": "What was said here or of it",
}
TIES: Mapping[str, str] = {
    "met": "met",
    "said": "addressed",
    "warned": "warned",
    "accused": "accused",
    "denied": "denied",
    "redline": "drew a red line for",
    "said-by": "addressed by",
    "warned-by": "warned by",
    "accused-by": "accused by",
    "denied-by": "denied by",
    "redline-by": "red line drawn by",
}
OWN_VOICE = "the article itself"
NO_REPORTER = "nobody between"

MEETING_IN = "Meeting in %(place)s"
MET_WITH = "%(first)s – %(rest)s"
MET_AT = "%(parties)s, %(place)s"
AND_MORE = "%(names)s and %(n)s more"
TO = "%(speaker)s to %(addressee)s"
SENTENCE = "%(kind)s. %(details)s."
SUMMARY = "%(who)s: %(what)s"
COMMA = "%(first)s, %(rest)s"
AND = "%(first)s and %(last)s"
NOTES = notes.NOTES
WHY = (messages_why.VERDICTS, messages_why.STEPS_OF_CONFIDENCE)
ALIKE = (messages_why.REASONS, messages_why.OBJECTIONS)
OR = "%(first)s or %(last)s"
REPORTED_BY = "reported by %(reporters)s"
IN_ARTICLES = "%(n)s articles"
TEXTS = "%(n)s texts"
DISPUTED = "disputed"
DENIED = "denied"
EXPECTED = "expected, not reported as a fact"
CONDITIONAL = "on a condition"

WITHIN = "some day from %(first)s to %(last)s"
THROUGHOUT = "from %(first)s to %(last)s"
SINCE = "from %(first)s on"
UNTIL = "up to %(last)s"
NOT_AFTER = "not after %(last)s"
BEFORE_PUBLICATION = "not after publication"
ON_PUBLICATION = "on the day of publication"
DAYS_BEFORE = "%(n)s days before publication"
DAYS_AFTER = "%(n)s days after publication"
UNPLACED = "without a date"
NO_DATE = "Without a date"

FROM_EXPLICIT = "a date in the text"
FROM_RELATIVE = "counted from publication on %(day)s"
FROM_OFFSET = "counted from publication, whose day is not known"
FROM_PUBLICATION = "what is told as past is not later than the article"
FROM_NOTHING = "the words do not say which day"
FROM_STATEMENT = "the time of the statement that tells it"
FROM_MEETING = "the time of the meeting where it was said"

CITATION = "%(publisher)s, “%(title)s”, %(day)s, characters %(start)s to %(end)s."
CITATION_UNSIGNED = "“%(title)s”, %(day)s, characters %(start)s to %(end)s."
NO_PUBLICATION = "day of publication not stated"
NO_SOURCE = "outlet not stated"
NO_PLACE = "place not stated"

ONE: Mapping[str, str] = {
    IN_ARTICLES: "%(n)s article",
    TEXTS: "%(n)s text",
    LEFT_OUT: "%(n)s event without a date that a calendar can hold is left out.",
    DAYS_BEFORE: "%(n)s day before publication",
    DAYS_AFTER: "%(n)s day after publication",
}


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, Mapping) else value
    return [text for part in parts for text in _texts(part)]


# What a translation must hold: every capital-letter name above, save the English forms for one.
MESSAGES: tuple[str, ...] = tuple(
    dict.fromkeys(
        text
        for name, value in list(globals().items())
        if name.isupper() and name != "ONE"
        for text in _texts(value)
    )
)
