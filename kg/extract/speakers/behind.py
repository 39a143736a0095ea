"""What stands behind a verb of speech, while it is being read from left to right."""

from dataclasses import dataclass, field

from kg.model.draft import Party
from kg.model.mention import Mention


@dataclass(slots=True)
class Behind:
    """Filled in step by step; `content_first` set means that the words said were reached.

    `in_phrase`: behind a preposition, where no noun phrase is subject or object. `addressed`:
    somebody was told, if only reporters. `overt`: the subject was read, not inferred. `joint`:
    those who speak together with it.
    """

    subject: Party | None = None
    via: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    content_first: int | None = None
    content_last: int | None = None
    clausal: bool = False
    in_phrase: bool = False
    addressed: bool = False
    overt: bool = False
    stepped: bool = False  # over words that nothing is known of
    joint: list[Mention] = field(default_factory=list)
