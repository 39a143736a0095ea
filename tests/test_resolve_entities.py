"""Linking: which mentions are one actor or place, and what it is called."""

from collections.abc import Iterable

from kg.extract.mentions import find_mentions
from kg.extract.tokens import tokenize
from kg.model.iri import Iris
from kg.model.mention import Mention
from kg.model.span import Span
from kg.model.token import Sentence
from kg.resolve.entities import Entities, Use, link_entities
from kg.vocabulary import Language

ARTICLE = "https://w3id.org/claimline/id/article/0123456789abcdef"
ID = "https://w3id.org/claimline/id/"


def read(text: str, language: Language = "en") -> list[Mention]:
    """Return the mentions of a text of one sentence a line."""
    found: list[Mention] = []
    start = 0
    for index, line in enumerate(text.split("\n")):
        sentence = Sentence(
            index=index,
            paragraph=index,
            kind="body",
            start=start,
            end=start + len(line),
            text=line,
            tokens=tokenize(line, start, language),
        )
        found += find_mentions(sentence, language)
        start += len(line) + 1
    return found


def uses(mentions: Iterable[Mention]) -> list[Use]:
    """Use places as places and everything else as actors."""
    return [Use(mention=m, role="place" if m.category == "place" else "actor") for m in mentions]


def link(text: str, language: Language = "en") -> Entities:
    return link_entities(
        uses(read(text, language)), article_iri=ARTICLE, language=language, iris=Iris()
    )


def names(entities: Entities) -> list[str]:
    return [actor.name for actor in entities.actors]


def bare(name: str, start: int, person: str | None = None) -> Mention:
    """Return a mention of words that no lexicon has, as the frames make them."""
    return Mention(
        span=Span(start, start + len(name)),
        text=name,
        first=0,
        last=0,
        category="actor",
        name=name,
        kind="person" if person else None,
        person=person,
    )


def test_a_state_its_adjective_its_capital_and_its_government_are_one_actor() -> None:
    entities = link("Turkey\nTurkish accusations\nAnkara said\nthe Turkish government")
    (turkey,) = entities.actors
    assert (turkey.iri, turkey.name, turkey.kind) == (f"{ID}actor/turkey", "Turkey", "state")
    assert len(turkey.mentions) == 4


def test_the_same_name_is_an_actor_here_and_a_place_there() -> None:
    (mention,) = read("Damascus")
    both = [Use(mention=mention, role="actor"), Use(mention=mention, role="place")]
    entities = link_entities(both, article_iri=ARTICLE, language="en", iris=Iris())
    assert [a.iri for a in entities.actors] == [f"{ID}actor/syria"]
    assert [p.iri for p in entities.locations] == [f"{ID}place/damascus"]
    assert entities.name_of(mention, "actor") == "Syria"
    assert entities.name_of(mention, "place") == "Damascus"


def test_a_capital_brings_its_country_as_context() -> None:
    (mention,) = read("Damascus")
    entities = link_entities(
        [Use(mention=mention, role="place")], article_iri=ARTICLE, language="en", iris=Iris()
    )
    (damascus,) = entities.locations
    assert damascus.within == f"{ID}place/syria"
    assert (damascus.latitude, damascus.longitude) == (33.5102, 36.2913)
    assert damascus.matches == ("https://sws.geonames.org/170654/",)
    assert [p.iri for p in entities.context_locations] == [f"{ID}place/syria"]


def test_a_ministry_belongs_to_its_state_which_comes_along() -> None:
    ministry = read("The Turkish Defence Ministry")[0]
    entities = link_entities(uses([ministry]), article_iri=ARTICLE, language="en", iris=Iris())
    (actor,) = entities.actors
    assert actor.iri == f"{ID}actor/turkey.ministry-of-defence"
    assert actor.belongs_to == f"{ID}actor/turkey"
    assert [a.name for a in entities.context_actors] == ["Turkey"]


def test_sides_are_followed_to_the_end() -> None:
    spokesman = read("a spokesman for the Israeli army")[0]
    entities = link_entities(uses([spokesman]), article_iri=ARTICLE, language="en", iris=Iris())
    assert entities.actors[0].belongs_to == f"{ID}actor/israel.armed-forces"
    assert [a.iri for a in entities.context_actors] == [
        f"{ID}actor/israel",
        f"{ID}actor/israel.armed-forces",
    ]


def test_an_actor_that_is_listed_is_no_context() -> None:
    entities = link("The Turkish Defence Ministry")  # with the state inside it
    assert names(entities) == ["Turkish Ministry of Defence", "Turkey"]
    assert entities.context_actors == ()


def test_actors_stand_in_the_order_of_the_text() -> None:
    assert names(link("Israel and Turkey\nTurkey and Syria")) == ["Israel", "Turkey", "Syria"]


def test_a_surname_is_the_person_introduced_before() -> None:
    entities = link("Turkish Foreign Minister Hakan Fidan met Iran.\nFidan said no.")
    person = next(a for a in entities.actors if a.kind == "official")
    assert (person.name, person.linked, len(person.mentions)) == ("Hakan Fidan", False, 2)
    assert person.belongs_to == f"{ID}actor/turkey"


def test_a_surname_is_known_before_the_full_name_too() -> None:
    entities = link("Fidan said no.\nTurkish Foreign Minister Hakan Fidan met Iran.")
    assert [a.name for a in entities.actors if a.kind == "official"] == ["Hakan Fidan"]


def test_a_surname_of_two_is_neither() -> None:
    entities = link("Ali Yilmaz said no.\nAhmet Yilmaz said yes.\nYilmaz said nothing.")
    assert names(entities) == ["Ali Yilmaz", "Ahmet Yilmaz", "Yilmaz"]


def test_words_of_the_frames_meet_the_person_they_end() -> None:
    text = "قال وزير الخارجية التركي هاكان فيدان"
    found = [*read(text, "ar"), bare("فيدان", 100)]
    entities = link_entities(uses(found), article_iri=ARTICLE, language="ar", iris=Iris())
    assert [a.name for a in entities.actors if a.kind == "official"] == ["هاكان فيدان"]


def test_an_office_is_the_person_who_the_article_says_holds_it() -> None:
    entities = link(
        "Turkish Foreign Minister Hakan Fidan spoke.\nThe Turkish foreign minister left."
    )
    assert [a.name for a in entities.actors if a.kind != "state"] == ["Hakan Fidan"]


def test_an_office_without_a_name_is_nobody_in_particular() -> None:
    entities = link("The Turkish foreign minister left.")
    office = entities.actors[0]
    assert (office.name, office.kind) == ("Turkish foreign minister", "official")
    assert (office.linked, office.unnamed) == (False, False)


def test_the_same_office_of_two_states_is_two() -> None:
    entities = link("Turkish Foreign Minister Hakan Fidan met the Syrian foreign minister.")
    assert "Syrian foreign minister" in names(entities)


def test_unnamed_officials_stay_local_and_unnamed() -> None:
    official = link("An Israeli military official said no.").actors[0]
    assert (official.unnamed, official.linked, official.kind) == (True, False, "official")
    assert official.iri.startswith(f"{ID}actor/0123456789abcdef-")
    assert official.belongs_to == f"{ID}actor/israel"
    assert official.labels == (("en", "Israeli military official"),)


def test_case_endings_do_not_make_another_actor() -> None:
    entities = link("قال مسؤول عسكري\nأن مسؤولًا عسكريًا", "ar")
    assert names(entities) == ["مسؤول عسكري"]


def test_a_bare_ministry_is_the_only_one_named() -> None:
    entities = link("The Turkish Defence Ministry spoke.\nThe defence ministry denied it.")
    assert len([a for a in entities.actors if a.kind == "ministry"]) == 1


def test_a_bare_ministry_among_two_is_neither() -> None:
    text = (
        "The Turkish Defence Ministry spoke to the Israeli Defence Ministry.\nThe defence ministry"
    )
    ministries = [a for a in link(text).actors if a.kind == "ministry"]
    assert [m.linked for m in ministries] == [True, True, False]


def test_a_second_bearer_of_a_name_is_numbered() -> None:
    found = [*read("The buffer zone"), bare("buffer zone", 50)]
    places = [Use(mention=m, role="place") for m in found]
    assert (
        len(link_entities(places, article_iri=ARTICLE, language="en", iris=Iris()).locations) == 1
    )
    turkey = [*read("Turkey"), bare("Turkey", 50)]
    entities = link_entities(uses(turkey), article_iri=ARTICLE, language="en", iris=Iris())
    assert names(entities) == ["Turkey", "Turkey (2)"]
    assert entities.name_of(turkey[1]) == "Turkey (2)"


def test_a_body_in_a_place_is_a_place_of_the_article() -> None:
    embassy = read("The Turkish embassy")[0]
    entities = link_entities(
        [Use(mention=embassy, role="place")], article_iri=ARTICLE, language="en", iris=Iris()
    )
    (place,) = entities.locations
    assert (place.name, place.linked, place.latitude) == ("Turkish embassy", False, None)


def test_another_base_is_used_throughout() -> None:
    found = uses(read("The Turkish Defence Ministry in Ankara"))
    iris = Iris("http://example.org/id/")
    entities = link_entities(found, article_iri=ARTICLE, language="en", iris=iris)
    assert all(a.iri.startswith("http://example.org/id/") for a in entities.actors)
    assert entities.actors[0].belongs_to == "http://example.org/id/actor/turkey"


def test_the_order_of_the_uses_does_not_matter() -> None:
    found = uses(read("Turkish and Israeli officials met in Baku.\nAn official spoke of Turkey."))
    one = link_entities(found, article_iri=ARTICLE, language="en", iris=Iris())
    other = link_entities(reversed(found), article_iri=ARTICLE, language="en", iris=Iris())
    assert (one.actors, one.locations) == (other.actors, other.locations)


def test_nothing_used_nothing_listed() -> None:
    assert link_entities([], article_iri=ARTICLE, language="ar", iris=Iris()).actors == ()


def test_a_person_without_an_office_stays_one() -> None:
    entities = link("Ali Yilmaz said no.\nTurkish Foreign Minister Hakan Fidan said yes.")
    assert {a.name: a.kind for a in entities.actors if a.name != "Turkey"} == {
        "Ali Yilmaz": "person",
        "Hakan Fidan": "official",
    }


def test_a_name_without_an_office_is_an_official_where_it_meets() -> None:
    met = bare("Ilan Torv", 0, "Ilan Torv")
    named = bare("Mara Quell", 40, "Mara Quell")
    entities = link_entities(
        uses([met, named]), article_iri=ARTICLE, language="en", iris=Iris(), met=[met]
    )
    kinds = {actor.name: actor.kind for actor in entities.actors}
    assert kinds == {"Ilan Torv": "official", "Mara Quell": "person"}
