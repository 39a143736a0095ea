"""What may be uncertain of how an article was read, as it is kept with the article.

In: nothing. Out: the English texts, with places (`kg.model.said`); where an encoding is known from.
A note names no file: it stays with the article, wherever that goes.
"""

from typing import Literal

# given: by a person or the server it came from; page: by the page itself; mark: by the bytes in
# front; fits: UTF-8 without a fault; words: the words it makes are clearly those of a language;
# guess: they may be (kg.read.encoding).
EncodingFrom = Literal["given", "page", "mark", "fits", "words", "guess"]

SEVERAL_DAYS = "The page gives several days of publication; %(day)s was taken, and not %(others)s."
# Told when an article is read, and not kept: they name its file, or follow from what is kept.
ENCODING_GUESSED = (
    "The encoding of %(name)s was guessed as %(encoding)s. If its words look wrong, name the "
    "right one with --encoding."
)
NO_CLAIM = "No claim was found in %(name)s."
NO_DAY = (
    "%(name)s has no publication date, so %(words)s cannot be placed on the calendar "
    "and stay relative to publication. Give the date with --published YYYY-MM-DD."
)
# Of a new text of an article that has claims of a sheet.
GONE_BY_HAND = (
    "The text of %(name)s has changed. Claims by hand whose words it no longer has "
    "were withdrawn: %(words)s."
)
# Of a text whose page may not be fetched.
FEED_TEXT = "%(address)s may not be fetched; the text is the one that its feed gives."
# What of a model's answer the text does not bear out, by reason.
NOT_HELD = {
    "form": "Left out of what the model found, as not in the form asked for: %(count)s.",
    "evidence": (
        "Left out of what the model found, as its evidence does not stand in the article: "
        "%(count)s."
    ),
    "short": (
        "Left out of what the model found, as its evidence is too short or too long to carry a "
        "claim: %(count)s."
    ),
    "furniture": (
        "Left out of what the model found, as its evidence is no part of the article's text "
        "(links, notices): %(count)s."
    ),
    "words": (
        "Left out of what the model found, as what was said does not stand in the evidence: "
        "%(count)s."
    ),
    "name": (
        "Left out of what the model found, as a name does not stand in the article: %(count)s."
    ),
    "teller": (
        "Left out of what the model found, as the statement that tells it was left out or is not "
        "there: %(count)s."
    ),
    "parties": "Left out of what the model found, as nobody takes part in it: %(count)s.",
}
# What was left out of claims that stayed.
PARTS_NOT_HELD = {
    "time": (
        "Left out of the model's other claims, time words that do not stand beside the evidence: "
        "%(count)s."
    ),
    "detail": (
        "Left out of the model's other claims, details that do not stand in the article: %(count)s."
    ),
    "about": (
        "Left out of the model's other claims, names that do not stand in the article: %(count)s."
    ),
}
NO_DAY_OF_CALENDAR = "'%(value)s' is no day of the calendar: write it as 2025-04-10."
NOTES = (
    *(
        SEVERAL_DAYS,
        ENCODING_GUESSED,
        NO_CLAIM,
        NO_DAY,
        FEED_TEXT,
        NO_DAY_OF_CALENDAR,
        GONE_BY_HAND,
    ),
    *NOT_HELD.values(),
    *PARTS_NOT_HELD.values(),
)
