"""Give the names of a Turkish clause the parts that their cases tell.

In:  names joined together, their case, the token behind them. Out: `Parts`, filled: who is subject,
whom "ile" joins, who is object, owner, mediator, of whom it is asked.
"""

from dataclasses import dataclass, field

from kg.extract.meetings.turkish_crowds import may_be_object
from kg.extract.meetings.turkish_groups import NamelessGroups
from kg.extract.meetings.turkish_places import owns_place
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party
from kg.model.mention import Case, Mention
from kg.model.timespan import TimeWords

_ASKING = endings_of("tr", "asking")
_WITHIN = ("inde", "inda", "unda", "ünde", "indeki", "indaki", "undaki", "ündeki")
_NEARBY = endings_of("tr", "nearby")
_NAMED_AFTER = endings_of("tr", "named_after")
_IN_HONOUR = words_of("tr", "in_honour_of")
_ON_THE_MARGINS = words_of("tr", "on_the_margins")
_OTHER_TIES = words_of("tr", "tied_otherwise")
_COUNTRIES = endings_of("tr", "countries")
_COMPOUND = endings_of("tr", "ends_a_compound")
_MATTERS_BETWEEN = endings_of("tr", "matters_between")
_CAME_BETWEEN = words_of("tr", "came_between_two")
_MATTER_WITHIN = 4
_COMPASS = endings_of("tr", "sides_of_the_compass")
_MADE_OF = words_of("tr", "made_up_of")
_HOME = words_of("tr", "home_of_the_host")
# Who has these offices has them from a person or a body: "Guterres'in özel danışmanı X".
_OWNED_ROLES = frozenset(
    {"aide", "envoy", "representative", "spokesperson", "national-security-adviser", "lawyer",
     "negotiator", "coordinator", "deputy", "secretary", "undersecretary"}
)  # fmt: skip
_BODY_ROLES = _OWNED_ROLES | {
    "chief-of-staff", "head", "director", "leader", "commander", "member", "president",
    "under-secretary-general", "assistant-secretary-general", "secretary-general",
}  # fmt: skip


def _is_posted(owner: Mention | None, mention: Mention) -> bool:
    """True for X of "Guterres'in Somali Özel Temsilcisi X": the state is where X is sent."""
    return bool(mention.person and owner is not None and owner.human and owner.side != mention.side)


@dataclass(slots=True)
class Parts:
    """Parties by the case they stand in; `first` is the first token that belongs to them."""

    subjects: list[Party] = field(default_factory=list)
    with_: list[Party] = field(default_factory=list)
    objects: list[Party] = field(default_factory=list)
    owners: list[Party] = field(default_factory=list)
    between: list[Party] = field(default_factory=list)
    mediators: list[Party] = field(default_factory=list)
    goals: list[Mention] = field(default_factory=list)
    crowds: list[Mention] = field(default_factory=list)  # in the genitive, without a name
    sources: list[Mention] = field(default_factory=list)  # of whom it is asked
    pairs: list[Party] = field(default_factory=list)
    agents: list[Party] = field(default_factory=list)
    hosts: list[Party] = field(default_factory=list)
    place: Mention | None = None
    venue: tuple[int, int] | None = None
    time: TimeWords | None = None
    there: bool = False  # "burada", where they are already
    proposed: bool = False  # an invitation
    whole: bool = False  # the body named behind its members is they
    first: int = 10_000


class CaseParts(NamelessGroups):
    """Knows what each case tells of who meets."""

    receives = False  # the meeting's verb has whom they meet in the accusative

    def _give(self, parts: Parts, group: list[Party], case: Case, after: int, first: int) -> None:
        view = self.view
        phrases = self.words.phrases
        group = self._but_matters(group, case, after)
        if not group or (view.form(after) == "ile" and view.form(after + 1) in _OTHER_TIES):
            return  # "Çin ile yaşanan gerilim"
        if phrases["between"].length_at(view.tokens, after):
            if self._is_matter_between(after):
                return
            parts.between.extend(group)
        elif phrases["mediating"].length_at(view.tokens, after):
            parts.mediators.extend(group)
            if view.form(after) in _HOME:  # "X'in ev sahipliğinde": a host in person takes part
                parts.hosts.extend(p for p in group if isinstance(p, Mention) and p.human)
        elif phrases["attending"].length_at(view.tokens, after) or (
            case == "nominative" and view.form(after) == "ile"
        ):
            parts.with_.extend(group)
        elif case == "nominative" and view.form(after) in _IN_HONOUR:
            parts.with_.extend(group)  # "X'in Y onuruna vereceği yemek"
        elif case == "nominative" and view.form(after) == "tarafindan":
            parts.agents.extend(group)
        elif case == "instrumental":
            parts.with_.extend(group)
        elif self.receives and self._is_object(group, after):
            parts.objects.extend(group)
        elif case in ("nominative", "adjective"):
            self._give_subject(parts, group, after)
        elif case == "genitive" and view.form(after) == "yani":
            parts.subjects.extend(group)  # "Erdoğan'ın yanı sıra"
        elif case == "genitive" and (self._owns_person(after) or self._owns_town(after)):
            return
        elif case == "genitive" and view.form(after).startswith((*_ASKING, *_COMPASS)):
            return  # "Santiago'nun isteğiyle", "Suriye'nin kuzeyindeki durumu"
        elif case == "genitive" and view.form(after) != "ardindan":
            parts.owners.extend(group)
        elif case == "accusative":
            parts.objects.extend(group)
        elif case == "dative":
            parts.goals.extend(m for m in group if isinstance(m, Mention))
        elif case == "ablative" and view.form(after) in _MADE_OF:
            parts.subjects.extend(group)  # "A, B ve C'den oluşan komisyon"
            parts.whole = True
        elif case == "ablative":
            parts.sources.extend(m for m in group if isinstance(m, Mention))
        else:
            return
        parts.first = min(parts.first, first)

    def _is_matter_between(self, between: int) -> bool:
        """True for "arasındaki gerilim", "arasında varılan anlaşma": no meeting of the two."""
        matter, came = False, self.view.form(between + 1) in _CAME_BETWEEN
        if self.view.form(between) != "arasindaki" and not came:
            return False
        for i in range(between + 1, min(self.view.size, between + _MATTER_WITHIN)):
            hit = self.words.at(self.view.tokens, i) if self.view.is_word(i) else None
            if came and hit is not None and hit.frame != "noun":
                hit = None  # "varılan mutabakat"
            if hit is not None and (not matter or hit.owned or hit.case == "accusative"):
                return False  # "arasındaki sınır görüşmeleri"
            matter |= self.view.form(i).startswith(_MATTERS_BETWEEN)
        return matter

    def _is_object(self, group: list[Party], after: int) -> bool:
        last = group[-1]
        plain = isinstance(last, Mention) and may_be_object(self.view, last)
        return plain and not self.view.is_comma(after)

    def _owns_person(self, after: int) -> bool:
        """True for "Guterres'in özel danışmanı X": X meets, not Guterres."""
        mention, owner = self.view.mention_from(after), self.view.mention_to(after - 1)
        roles = _OWNED_ROLES if owner is not None and owner.human else _BODY_ROLES
        person = mention is not None and mention.role is not None and mention.kind in (
            "official", "person"
        )  # fmt: skip
        apart = mention is None or mention.side is None or _is_posted(owner, mention)
        return bool(person and mention and apart and mention.role in roles)

    def _owns_town(self, after: int) -> bool:
        """True for "Pakistan'ın Murree kasabasında": whose town it is, no party."""
        owner = self.view.mention_to(after - 1)
        return owner is not None and owns_place(self.view, owner)

    def _is_site(self, mention: Mention) -> bool:
        """True for a name that no lexicon has, in front of a common noun in the locative."""
        known = mention.gazetteer_id or mention.role or mention.side
        after = mention.last + 1
        return not known and self.view.time_at[after] is None

    def _give_subject(self, parts: Parts, group: list[Party], after: int) -> None:
        first = group[0]
        if parts.whole and isinstance(first, Mention) and first.kind == "organization":
            return
        form = self.view.form(after)
        if form.startswith(_NEARBY):  # "Kito yakınlarındaki bir çiftlikte"
            place = group[-1] if isinstance(group[-1], Mention) else None
            parts.place = parts.place or place
            return
        if form.endswith(_WITHIN) and isinstance(group[-1], Mention) and self._is_site(group[-1]):
            return  # "Cashapamba çiftliğinde"
        whole = self.view.is_word(after) and self.view.mention_at[after] is None
        if form in self.words.venues or (whole and self.view.form(after + 1) in self.words.venues):
            return  # "NATO karargâhında", "BM Genel Merkezi'nde"
        compound = form.endswith(_COMPOUND) and not form.startswith(_COUNTRIES)
        if parts.subjects and compound:
            return  # "X, Kosova Meclisinin …", "Koştepe kanalının": of whose noun it is
        if form.startswith(_NAMED_AFTER):
            return  # "Astana süreci"
        postposed = form in self.view.lexicon.word_set("postpositions") or form in _ON_THE_MARGINS
        hit = self.words.at(self.view.tokens, after) if after < self.view.size else None
        owns = hit is not None and hit.frame == "noun" and hit.owned
        if hit is not None and len(group) > 1 and hit.last > hit.first:
            owns = False  # "A ile B telefon görüşmesi yaptı"
        if not (postposed or owns):
            parts.subjects.extend(group)


def cut_behind(parts: Parts, cue: int) -> None:
    """Leave out those behind "görüşmesi", "görüşürken", where somebody is named in front of it."""
    for given in (parts.subjects, parts.with_, parts.owners, parts.objects):
        ahead = [p for p in given if not isinstance(p, Mention) or p.first < cue]
        if ahead or given is parts.owners or given is parts.objects:
            given[:] = ahead
