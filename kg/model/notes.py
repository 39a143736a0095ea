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
NOTES = (SEVERAL_DAYS, ENCODING_GUESSED, NO_CLAIM, NO_DAY)
