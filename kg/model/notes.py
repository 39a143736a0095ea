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
KEPT_NOTES = (SEVERAL_DAYS,)
