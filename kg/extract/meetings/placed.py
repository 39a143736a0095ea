"""Tell the place of a meeting from the homes and offices of those who met.

In:  the state of the walk, a mention. Out: yes or no, and the place in the parts.
"""

from kg.extract.meetings.counterparts import Counterparts
from kg.extract.meetings.matter import Matters
from kg.extract.parts_played import is_possessive
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_SITE = 5
_MATTER = 4  # tokens of "الأوضاع الإنسانية في"
_MATTERS = words_of("ar", "matters_there")


class PlacedParts(Matters, Counterparts):
    """Where they met, and whose office or home a name behind tells."""

    def _is_site(self, j: int) -> bool:
        """True at "of" behind "at the port", with no name between."""
        view = self.view
        if view.form(j) != "of":
            return False
        k, site = j - 1, False
        while j - k <= _SITE and view.is_word(k) and view.mention_at[k] is None:
            if self.lists["place"].length_at(view.tokens, k):
                return site
            site = site or self._at("venue", k) > 0
            k -= 1
        return False

    def _is_their_office(self, mention: Mention) -> bool:
        """True for the office right behind a name: "مع فلان وزير الخارجية الإيراني"."""
        if self.words.language != "ar" or self.verbal or mention.proclitics:
            return False
        given = self._last_given()
        named = isinstance(given, Mention) and bool(given.person)
        office = mention.role is not None and mention.person is None
        return named and office and isinstance(given, Mention) and given.last == mention.first - 1

    def _is_home(self, mention: Mention) -> bool:
        """True for the state of "Félix Tshisekedi of the Democratic Republic of Congo"."""
        k = mention.first - 1
        if self.words.language == "ar" and mention.kind == "state" and self._at("place", k) == 1:
            held = self.view.mention_to(k - 1)  # "فلان وزير الزراعة في ملاوي"
            office = held is not None and held.role is not None and held.first >= self.start
            return office and held is not None and not held.text.endswith(held.person or held.text)
        k -= self.view.form(k) == "the"
        holder = self.view.mention_to(k - 1) if self.view.form(k) == "of" else None
        return holder is not None and holder.person is not None and holder.first >= self.start

    def _owns_next(self, mention: Mention) -> bool:
        """True for a state in front of the person or office it is said to have."""
        if not is_possessive(self.view, mention.last):
            return False
        after = mention.last + 1
        if self.view.form(after) in ("'s", "’s", "'", "’"):
            after += 1
        owned = self.view.mention_from(after)
        return owned is not None and (owned.person is not None or owned.role is not None)

    def _is_third(self, *, joined: bool) -> bool:
        """True behind an Arabic verb's subject and object: "استقبل A B بعد أيام من إعلان C".

        Those joined are one: in "استقبل A وB C", C is the object.
        """
        if joined or not self.verbal or self.words.language != "ar":
            return False
        begun = [p for p in self.parts.bare if not isinstance(p, Mention) or not p.proclitics]
        return len(begun) > 1

    def _comes_late(self, mention: Mention) -> bool:
        """True for an Arabic subject or object behind the place: التقى في دبي نائب الرئيس.

        In English for "met in Rome on Monday the Ugandan leader", where nobody else is named.
        """
        arabic = self.words.language == "ar"
        if self.words.language == "en":
            alone = not (self.parts.bare or self.parts.with_) and bool(mention.role)
            before = mention.first - 1 - (self.view.form(mention.first - 1) == "the")
            place = self.view.mention_to(before)
            dated = self.view.time_at_or_none(before) is not None
            return alone and (dated or (place is not None and place is self.parts.place))
        before = mention.first - 1  # "in the presidential palace", قصر الرئاسة
        inside = self._at("place", before) or self._at("venue", before)
        if mention.person and not self._at("place", before):
            inside = inside and not self.view.form(before).startswith("ال")  # "في السراي | فلانا"
        return arabic and mention.category == "actor" and not inside

    def _give_place(self, mention: Mention) -> None:
        if mention.category not in ("place", "either") or is_possessive(self.view, mention.last):
            return
        if self.matter and mention.category == "either" and mention.side is None:
            return
        if self._is_of_matter(mention):
            return
        # "in the Azerbaijani capital Baku", "in Baku, Azerbaijan": the first, finest name stays
        held = self.parts.place
        if held is None or (
            (held.gazetteer_id is None or self._is_town_behind(held, mention))
            and mention.gazetteer_id
            and self._is_venue()
        ):
            self.parts.place = mention
            self.parts.doubtful = self.matter

    def _is_of_matter(self, place: Mention) -> bool:
        """True for the Gaza of "تناول اللقاء الأوضاع الإنسانية في غزة": talked about, not met in.

        Behind a noun of meeting without article it is what the talks are called by.
        """
        if self.words.language != "ar" or place.proclitics:
            return False
        view, led = self.view, place.first - 1
        for k in range(led - 1, max(self.start - 1, led - _MATTER), -1):
            if not view.is_word(k) or view.form(k) in self.prepositions:
                return False
            named = view.mention_at[k]
            if named is not None and named.category != "adjective":
                return False
            if any(r.stem in _MATTERS and r.definite for r in view.readings(k)):
                return k > self.start or any(r.definite for r in view.readings(k - 1))
        return False

    def _is_town_behind(self, held: Mention, mention: Mention) -> bool:
        """True for the Beijing of "the Great Hall of the People in Beijing"."""
        led = self.view.form(mention.first - 1) == "in" and held.last == mention.first - 2
        return led and mention.category == "either" and self.words.language == "en"

    def _is_venue(self) -> bool:
        """True when the place so far is a building: the town behind it says where."""
        place = self.parts.place
        venue = self.lists["venue"]
        if place is None:
            return False
        english = self.words.language == "en"
        ends = range(place.first, place.last + 1) if english else (place.first,)
        return any(venue.has_stem(self.view.tokens, i) for i in ends)
