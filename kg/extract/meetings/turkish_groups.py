"""Find Turkish groups beside a name: "X ile Balkan liderlerini", "X başkanlığındaki heyet".

In:  a view, a name or the token behind it. Out: the people and their case, or the group's token.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.meetings.turkish_crowds import (
    ABOUT,
    NO_MODIFIER,
    case_of_plural,
    is_bare_crowd,
)
from kg.extract.meetings.turkish_words import TurkishMeetingWords, may_tell
from kg.extract.view import View
from kg.lexicon.grammar import endings_of
from kg.model.draft import Party
from kg.model.mention import Case, Mention

PLACED = frozenset({"locative", "ablative", "attributive", "dative"})
_NAMELESS = 5
_WITH_HIM = endings_of("tr", "together_with_him")
_OFFICE = endings_of("tr", "office_held")
_HOLDING = endings_of("tr", "holding_an_office")
_OFFICE_WORDS = 5
_COUNTRIES = endings_of("tr", "countries")


class NamelessGroups:
    """Reads groups without a name around the names of a clause."""

    def __init__(self, view: View, words: TurkishMeetingWords) -> None:
        self.view = view
        self.words = words

    def _nameless_behind(self, mention: Mention, end: int) -> tuple[Mention, Case] | None:
        """Return the people of "X ile Balkan ülkelerinin liderlerini" and the case of both."""
        view, first = self.view, mention.last + 2
        joined = view.form(first - 1) in ("ile", "ve") and mention.case == "nominative"
        if not joined or not can_act(mention):
            return None
        for i in range(first, min(end, first + _NAMELESS)):
            owner = view.mention_at[i]
            if owner is not None and i > first and is_bare_crowd(owner):
                owner = None
            named = owner is not None and bool(owner.human or owner.person)
            owns = owner is not None and i == first
            owns &= not named or view.form(i + 1).startswith(_COUNTRIES)
            owns = owns and owner is not None and owner.case not in PLACED
            if not view.is_word(i) or (owner is not None and not owns):
                return None
            form = view.form(i)
            people = form.startswith(self.words.people)
            if i in view.cue_at or may_tell(form) or (form.endswith(NO_MODIFIER) and not people):
                return None  # "X ile görüşerek tutukluların …"
            if (
                i > first
                and people
                and (case := case_of_plural(form)) is not None
                and view.form(i + 1) not in ABOUT
            ):
                if view.is_comma(i + 1) and form.endswith(("leri", "lari")):
                    case = "nominative"  # "X ile köylerin muhtarları,"
                found = unlinked_mention(view, first, i, number="plural")
                return (replace(found, human=True), case) if found is not None else None
        return None

    def _but_matters(self, group: list[Party], case: Case, after: int) -> list[Party]:
        """Leave B out of "A ile B'yle ilgili görüştü", and both out of "A ve B'yle ilgili"."""
        view = self.view
        bound = after + (view.form(after) == "ile")
        if view.form(bound) not in ABOUT or (bound == after and case != "instrumental"):
            return group
        last = group[-1]
        met = isinstance(last, Mention) and view.form(last.first - 1) == "ile"
        return group[:-1] if met else []

    def _led_by(self, after: int) -> int | None:
        """Return the group of "X başkanlığındaki (üst düzey) heyeti": X meets with it."""
        beside = self.view.form(after) == "ve" and self.view.form(after + 1).startswith(_WITH_HIM)
        if not (beside or self.words.phrases["leading"].length_at(self.view.tokens, after)):
            return None  # "X ve beraberindeki heyeti"
        for i in range(after + 1, min(self.view.size, after + _NAMELESS)):
            if self.view.form(i) in self.words.groups:
                return i
            if not self.view.is_word(i):
                return None
        return None

    def _own_group(self, mention: Mention, after: int) -> int | None:
        """Return the group of "Hür Subaylar Hareketi heyetini": the body meets by it."""
        whole = mention.kind in ("organization", "state") and mention.case == "nominative"
        return after if whole and self.view.form(after) in self.words.groups else None

    def _sent_from(self, after: int) -> int | None:
        """Return the group of "X'ten (gelen üst düzey) bir heyet"."""
        for i in range(after, min(self.view.size, after + _NAMELESS)):
            if self.view.form(i) in self.words.groups:
                return i if i > after else None
            if not self.view.is_word(i) or self.view.mention_at[i] is not None:
                return None
        return None

    def _between_nameless(self, mention: Mention, end: int) -> Mention | None:
        """Return "muhalefet" of "Venezuela hükümeti ile muhalefet arasındaki"."""
        view, first = self.view, mention.last + 2
        if view.form(first - 1) not in ("ile", "ve") or not can_act(mention):
            return None
        for i in range(first, min(end, first + _NAMELESS)):
            if not view.is_word(i) or view.mention_at[i] is not None:
                return None
            if i > first and self.words.phrases["between"].length_at(view.tokens, i):
                return unlinked_mention(view, first, i - 1)
        return None


def behind_its_holder(view: View, body: Mention) -> int:
    """Return the token behind "yürüten" in "AB dönem başkanlığını yürüten (Malta)"; 0 for none.

    Whoever holds the office of a body meets, the body does not.
    """
    if body.person or body.human or body.case not in ("nominative", None):
        return 0
    for i in range(body.last + 1, min(view.size - 1, body.last + _OFFICE_WORDS)):
        if not view.is_word(i) or view.mention_at[i] is not None:
            return 0
        held = view.form(i).endswith(_OFFICE) and view.form(i + 1).startswith(_HOLDING)
        if held and view.form(i + 1).endswith(("en", "an")):
            return i + 2
    return 0
