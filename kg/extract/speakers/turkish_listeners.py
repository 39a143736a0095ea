"""Find who is told in a Turkish clause by what stands beside their name.

In:  a token behind the subject. Out: the token behind what was read, 0 for nothing; who is told is
noted in the `Content`. "X'i arayarak", "X ile görüşerek", "X'e verdiği yanıtta", "konuğuna".
"""

from dataclasses import dataclass, field

from kg.extract.attribution import can_act, is_press
from kg.extract.cues import Cue
from kg.extract.meetings.turkish_crowds import crowd_at, is_bare_crowd
from kg.extract.meetings.turkish_words import load_turkish_meeting_words
from kg.extract.speakers.turkish_subject import TurkishSubject
from kg.extract.speakers.turkish_targets import (
    begins_clause,
    body_told,
    people_told,
    told_group,
)
from kg.extract.speakers.turkish_words import FINITE
from kg.extract.told import NEUTRAL_ACTS
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Case, Mention

_RELATIVE = 10
_GIVEN = words_of("tr", "given_to")
_SENT = words_of("tr", "sent_to")
_TO_CALL = 4
_CROWD = 4  # tokens of "kıyı köylerinin muhtarlarına"
_CALLING = words_of("tr", "calling")
_TALKING = words_of("tr", "talking")
_MET = endings_of("tr", "met_before")
_REPLIES = words_of("tr", "replies")
_TO_REPLY = 5
_OUTLET_HEADS = words_of("tr", "outlet_heads")
_OUTLET_NOUNS = endings_of("tr", "outlet_nouns")
_DOING = words_of("tr", "doing_so")
_TURNING = words_of("tr", "turning_to")
_SPEAKING_AT = words_of("tr", "speaking_at")
_ACT_OF_SPEAKING = words_of("tr", "act_of_speaking_at")
_DID_SPEAK = words_of("tr", "did_speak_at")
_SAYINGS = endings_of("tr", "what_is_conveyed")
_AS_OBJECT = endings_of("tr", "as_object")
_CONVEYING = frozenset(
    {"ilet", "aktar", "bildir", "anlat", "ulaştır", "sun", "hatırlat", "ifade et"}
)
_OBJECTS = endings_of("tr", "clause_as_object")
CLAUSES = _OBJECTS + endings_of("tr", "clause_otherwise")
_LETTERS = endings_of("tr", "letters")
_CALLS = frozenset({"demands", "warns", "promises"})


@dataclass(slots=True)
class Content:
    """`first` to `last` are the words said; empty when `first` > `last`."""

    first: int
    last: int
    addressees: list[Party] = field(default_factory=list)
    via: list[Party] = field(default_factory=list)
    clausal: bool = True
    quoted: bool = False

    def hears(self, mention: Mention) -> None:
        """Note who is told; a medium that is told something passes it on as well."""
        self.addressees.append(mention)
        if mention.kind == "media":
            self.via.append(mention)

    def hears_party(self, party: Party) -> None:
        """Note who is told, named or only pointed at."""
        if isinstance(party, Mention):
            self.hears(party)
        else:
            self.addressees.append(party)

    def hear_ahead(self, told: list[Mention]) -> None:
        """Note who is told by a speaker named behind them: "gazetecilere konuşan X"."""
        for mention in told:
            if is_press(mention) and not self.addressees:
                self.addressees.append(mention)
            elif not is_press(mention) and mention not in self.via:
                self.hears(mention)


class TurkishListeners(TurkishSubject):
    """Reads whom the clause names as told."""

    def _past_reply(self, found: Content, i: int, cue: Cue) -> int:
        """Step over "Y'ye (mecliste) verdiği yanıtta": whom the answer, letter, message is to."""
        view = self.view
        party: Party | None = self.crowd_from(i, "dative") or view.mention_from(i)
        if isinstance(party, Mention) and (party.case != "dative" or not can_act(party)):
            return 0
        party = party or told_group(view, i)
        if party is None:
            return 0
        behind = party.last + 1 if isinstance(party, Mention) else i + 1
        turning = not isinstance(party, Mention) or party.person or party.human
        if turning and view.form(behind) in _TURNING and behind < cue.first:
            found.hears_party(party)
            return behind + 1
        if spoke := self._past_speaking(behind, cue):
            found.hears_party(party)
            return spoke
        for k in range(behind, min(cue.first, behind + _TO_REPLY)):
            if not view.is_word(k):
                return 0
            if view.form(k) in _REPLIES and view.form(k - 1) in _GIVEN | _SENT:
                found.hears_party(party)
                return k + 1
            if view.form(k) in _REPLIES:
                return 0
        return 0

    def _past_speaking(self, i: int, cue: Cue) -> int:
        """Step over "seslenerek", "hitap ederek" behind whom the words are said to; 0 for none."""
        form = self.view.form
        if form(i) in _SPEAKING_AT and i < cue.first:
            return i + 1
        two = form(i) in _ACT_OF_SPEAKING and form(i + 1) in _DID_SPEAK
        return i + 2 if two and i + 1 < cue.first else 0

    def _group_from(self, i: int, cue: Cue) -> tuple[Party, int] | None:
        """Return "parlamentoya", "üye ülkelere" with the token behind, where they are told."""
        view = self.view
        group = told_group(view, i)
        if group is None:
            return None
        behind = i + 1 if isinstance(group, Pointer) else group.last + 1
        apart = view.is_comma(behind) or behind >= cue.first or view.quotation_at[behind]
        if apart or cue.row.act in _CALLS or cue.row.needs_addressee:
            return group, behind
        tells = cue.row.id in _CONVEYING
        one = isinstance(group, Pointer) or group.first == group.last
        return (group, behind) if tells and one and begins_clause(view.form(behind)) else None

    def crowd_from(self, i: int, case: Case) -> Mention | None:
        """Return people without a name who are told: "sivil toplum temsilcilerine"."""
        view = self.view
        for k in range(i, min(view.size, i + _CROWD)):
            crowd = crowd_at(view, k, load_turkish_meeting_words().people)
            if crowd is not None:
                return crowd if crowd.first == i and crowd.case == case else None
            known = view.mention_at[k]
            if not view.is_word(k) or (known is not None and not is_bare_crowd(known)):
                return None
        return None

    def conveys(self, cue: Cue, content: Content) -> bool:
        """True for "itirazını X'e iletti": a word for what is said, to somebody."""
        if cue.row.id not in _CONVEYING or not content.addressees:
            return False
        words = range(content.first, cue.first)
        return any(
            self.view.form(i).startswith(_SAYINGS) and self.view.form(i).endswith(_AS_OBJECT)
            for i in words
            if self.view.mention_at[i] is None
        )

    def _is_guest(self, i: int, case: str | None) -> bool:
        """True for "konuğuna", "muhatabından": the other one of whoever met."""
        named = self.view.mention_at[i] is not None or self.view.mention_from(i + 1) is not None
        return self.guests.get(self.view.form(i)) == case and not named

    def _past_call(self, found: Content, i: int, cue: Cue) -> int:
        """Step over "X'i telefonla arayarak", "X ile görüşerek": whom it is said to; 0 for none."""
        view, mention = self.view, self.view.mention_from(i)
        if mention is None or not (mention.person or mention.human):
            return 0
        after = mention.last + 1
        wanted = _CALLING
        if mention.case == "instrumental" or view.form(after) == "ile":
            after += mention.case != "instrumental"
            wanted = _TALKING
        elif mention.case != "accusative":
            return 0
        for k in range(after, min(cue.first, after + _TO_CALL)):
            if view.form(k) in wanted:
                found.addressees.append(mention)
                return k + 1 + (view.form(k + 1) in _DOING)
        return 0

    def _told_of(self, i: int, cue: Cue) -> Mention | None:
        """Return the person of "telefonda görüştüğü Putin'e," in front of a comma."""
        comma = self.main_comma(i, min(cue.first, i + _RELATIVE))
        mention = self.view.mention_to(comma - 1) if comma is not None else None
        if comma is None or mention is None or not (mention.person or mention.human):
            return None
        met = self.view.form(mention.first - 1)
        return mention if met.endswith(_MET) else None

    def _tells_person(self, mention: Mention, cue: Cue) -> bool:
        """True for "… olmadığını Plenkovic'e ifade etti": behind a whole clause."""
        neutral = cue.row.addressee_preposition is None and cue.row.act in NEUTRAL_ACTS
        clause = self.view.form(mention.first - 1).endswith(_OBJECTS)
        return neutral and clause and bool(mention.person or mention.role)

    def _is_name_part(self, i: int) -> bool:
        return self.view.is_word(i) and self.view.tokens[i].text[0].isupper()

    def inner_listener(self, content: Content, inner: Cue) -> list[Party]:
        """ "Y'ye, … anlattığını söyledi": whom the speaker told, by the speaker's own words."""
        if inner.row.addressee_preposition != "dative":
            return []
        for i in range(content.first, inner.first):
            mention = self.view.mention_from(i)
            if mention is None or mention.case != "dative" or not self.at_main(i):
                continue
            apart = self.view.is_comma(mention.last + 1) or mention.last + 1 == inner.first
            if apart and can_act(mention) and mention.kind != "state":
                return [mention]
        return []

    def goes_on_to(self, cue: Cue, content: Content) -> list[Party]:
        """Return who hears what follows "ve" behind a finite verb as well."""
        finite = cue.inflection is not None and cue.inflection.form in FINITE
        if not finite or self.view.form(cue.last + 1) != "ve":
            return []
        return [a for a in content.addressees if not isinstance(a, Mention) or a.person]

    def spoken_at(self, cue: Cue, content: Content) -> list[Party]:
        """Return those of "madencilere seslenerek, …", who hear what follows."""
        converb = cue.inflection is not None and cue.inflection.form == "converb"
        said = content.first <= content.last or cue.row.addressee_preposition != "dative"
        return [] if said or not converb else list(content.addressees)

    def _body_to(self, last: int, cue: Cue) -> Party | None:
        """Return who is told in "… açılacağını parlamentoya bildirdi"."""
        clause = self.view.form(last - 1).endswith(CLAUSES)
        told = clause and cue.row.addressee_preposition == "dative"
        return body_told(self.view, last) if told else None

    def _crowd_to(self, last: int, first: int) -> Mention | None:
        """Return "sivil toplum temsilcilerine" right in front of the verb of telling."""
        if self.view.form(last)[-1:] not in ("a", "e") or last <= first:
            return None
        crowd = crowd_at(self.view, last, people_told())
        return crowd if crowd is not None and crowd.case == "dative" else None

    def _take_interview(self, found: Content) -> None:
        """ "… olduğunu Reuters'a verdiği demeçte duyurdu": the adjunct behind what is said."""
        view, last = self.view, found.last
        case = self.said_in.get(view.form(last), "").rstrip("+")
        given = view.form(last - 1) in _GIVEN
        if view.form(last - 1) in _SENT:  # "… olmadığını X'e gönderdiği mektupta yineledi"
            case, given = "locative", view.form(last).startswith(_LETTERS)
        if case != "locative" or not given or not self.at_main(last):
            return
        mention = view.mention_to(last - 2)
        if mention is None or mention.case != "dative" or mention.first <= found.first:
            return
        if mention not in found.addressees:
            found.hears(mention)
        found.last = mention.first - 1

    def past_outlet_noun(self, i: int) -> int:
        """Step over "radyo kanalı" in front of the outlet's name: "radyo kanalı Andina'ya"."""
        view, k = self.view, i
        while view.form(k).startswith(_OUTLET_NOUNS) and view.mention_at[k] is None:
            k += 1
        outlet = view.mention_from(k) if k > i and view.form(k - 1) in _OUTLET_HEADS else None
        return k if outlet is not None and outlet.kind == "media" else i
