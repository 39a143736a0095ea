"""Texts that tell why: who of a sentence speaks, how sure that is, what makes two events alike.

In English, the keys of the translations, as those of kg.query.messages, which counts them among its
own.
"""

from collections.abc import Mapping

from kg.model.proposal import Objection, Reason

# Why a name of the sentence is the speaker or is not; what a confidence is reckoned from.
VERDICTS: Mapping[str, str] = {
    "speaker": "the speaker",
    "passes-it-on": "passes it on",
    "spoken-to": "is spoken to",
    "inside-a-quotation": "inside a quotation",
    "among-the-words-said": "among the words said",
    "an-adjective": "an adjective",
    "a-place": "a place",
    "in-an-insertion": "in an insertion",
    "not-in-the-subjects-place": "not in the subject's place",
}
STEPS_OF_CONFIDENCE: Mapping[str, str] = {
    "statement": "a statement",
    "choice-of-speaker": "choice of the speaker",
    "speaker-not-found": "speaker not found",
    "speaker-in-no-lexicon": "speaker in no lexicon",
    "inside-another": "inside another's words",
    "meeting": "a meeting",
    "party-inferred": "a party inferred",
    "one-party": "one party only",
    "red-line": "a red line",
    "references": "references looked up",
    "frame": "the manner of telling",
}

# What speaks for two events' being one, and what against it.
REASONS: Mapping[Reason, str] = {
    "same-parties": "the same parties",
    "same-sides": "parties of the same sides",
    "same-listeners": "the same listeners",
    "same-day": "the same day",
    "near-day": "about the same day",
    "same-place": "the same place",
    "compatible-place": "places of which one holds the other",
    "same-words": "the same words",
    "similar-words": "similar words",
    "same-subject": "about the same",
}
OBJECTIONS: Mapping[Objection, str] = {
    "different-status": "told with a different status",
    "different-act": "said in a different manner",
    "different-listeners": "said to others",
    "different-words": "in quite different words",
    "one-denies": "one of the two denies it",
    "party-missing": "a party is not told",
    "party-unknown": "a party is not known by name",
    "day-guessed": "a day is taken from the publication",
}
