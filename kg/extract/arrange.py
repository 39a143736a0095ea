"""Set the attributions of one sentence in order: which are told side by side, which inside another.

In:  a view and its attributions, by cue. Out: `Told` statements with the stretch each one covers.

Principles.
* A finite verb of speech begins a statement of its own; it ends the words of the one before when it
  is joined by "and", a connector or a comma.
* Where what X says begins with "Y said", Y is the speaker and X passes it on: alone when X is a
  medium, beside X's own statement otherwise.
* A participle goes on with the words of the statement before ("noting that") when its act adds
  nothing; with an act of its own ("warning", "accusing", "demanding") it is a statement of its own
  by the same speaker.
* A source at the sentence's end ("according to X") passes on the statement that stands there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.attribution import Attribution
from kg.extract.cues import Cue
from kg.extract.inner_subject import find_inner_subject
from kg.extract.participles import Reader, place_participle
from kg.extract.told import NEUTRAL_ACTS, OWN_ACTS, Told, each_joint, told_by
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_NOMINAL = ("nominal", "came-from")
_OWN_ORDER = "subject-verb"
_VOICES = ("spokesperson", "aide")
_MORE_THAN_ONE = 18  # words in which more is said than one statement
_AND = (("و",), ("ו",))


def arrange(view: View, reader: Reader, attributions: Sequence[Attribution]) -> list[Told]:
    """Return the statements of a sentence in the order of their cues."""
    told: list[Told] = []
    for attribution in attributions:
        _place(view, told, attribution)
    for cue in view.cues:
        if cue.row.kind == "verb" and cue.form in ("participle", "gerund"):
            place_participle(view, reader, told, cue)
    told = [t for t in told if t.content_first <= t.content_last]
    for one in told:
        _cut_at_break(view, one)
        _take_more_quotations(view, one)
    told += [second for one in told for second in _and_that(view, one)]
    told += [joint for one in told for joint in each_joint(one)]
    return sorted(told, key=lambda t: t.attribution.cue.first)


def _and_that(view: View, one: Told) -> Iterator[Told]:
    """Yield what stands behind "and that" as another statement; the first one ends before it."""
    words = view.lexicon.word_set("and_that")
    if not words or not one.attribution.clausal or one.attribution.before:
        return
    for i in range(one.content_first + 1, one.content_last):
        if view.form(i) in words and view.quotation_at[i] is None:
            second = replace(one, content_first=i + 1, via=[*one.via], more_cues=[*one.more_cues])
            second.addressees = [*one.addressees]
            yield second
            yield from _and_that(view, second)
            one.content_last = i - 1
            return


def _place(view: View, told: list[Told], attribution: Attribution) -> None:
    host = _host(told, attribution.cue.first)
    if attribution.order == "taken-up" and host is not None:  # "accused Y of theft, which Y denies"
        host.content_last = min(host.content_last, attribution.content_last)
        told.append(told_by(attribution))
        return
    if attribution.order == "charge" and host is not None:
        host.content_last = attribution.start - 1
        taken_up = told_by(attribution)
        if attribution.before:  # nothing else is said of the charge
            taken_up.content_first, taken_up.content_last = host.content_first, host.content_last
        told.append(taken_up)
        return
    if attribution.order in _NOMINAL:
        if host is None and not any(_crosses(one, attribution) for one in told):
            told.append(told_by(attribution))
        return
    is_source = attribution.cue.row.kind == "source"
    if attribution.before and told and not is_source and attribution.order != "received":
        _place_behind(view, told, attribution)
        return
    if is_source and attribution.before:
        _place_source(view, told, attribution)
    elif attribution.order == "received" and host is None:
        told.append(told_by(attribution))
    elif host is None:
        told.append(told_by(_share_speaker(told, attribution)))
    elif _is_own_words(view, host, attribution):
        _absorb(host, attribution)
    elif attribution.order == "relative" or _opens(view, host, attribution):
        if _may_nest(view, host, attribution):
            _nest(told, host, attribution)
    elif (inner := find_inner_subject(view, host, attribution)) is not None:
        _nest(told, host, replace(attribution, speaker=inner))
    elif (begin := _coordinate(view, host, attribution)) is not None:
        host.content_last = begin - 1
        told.append(told_by(_share_speaker(told, attribution)))


def _place_behind(view: View, told: list[Told], attribution: Attribution) -> None:
    """Place ", X said" behind words that are told already: X passes them on.

    Where these are only a part of what X says, X has a statement too; behind a semicolon, of what
    stands there alone.
    """
    cue = attribution.cue.first
    mark = next((i for i in range(cue, 0, -1) if view.tokens[i].text == ";"), 0)
    if mark and attribution.content_first < mark and view.quotation_at[mark] is None:
        for one in told:
            one.content_last = (
                min(one.content_last, mark - 1) if one.covers(mark) else one.content_last
            )
        attribution = replace(attribution, start=mark + 1, content_first=mark + 1)
        if attribution.content_last > mark and not any(t.first > mark for t in told):
            told.append(told_by(attribution))
            return
    hosts = [t for t in told if not t.inner and t.covers(cue) and not t.attribution.before]
    if not hosts and _tells_of_received(attribution, told):
        for one in told:
            one.via[:0] = [attribution.speaker] if attribution.speaker is not None else []
        told.append(told_by(attribution))  # "A truce was proposed by X, Y said"
        return
    if not hosts and _holds(attribution, told):
        told.append(told_by(attribution))  # "X, who condemned the raid, will resign, Y said"
        return
    if not hosts or attribution.speaker is None:
        return
    for one in told:
        one.content_last = min(one.content_last, attribution.content_last)
    for one in hosts:
        one.via[:0] = [*attribution.via, attribution.speaker]
        one.more_cues.append(attribution.cue)
        one.tail = max(one.tail, attribution.cue.last)
    medium = isinstance(attribution.speaker, Mention) and attribution.speaker.kind == "media"
    led = view.form(attribution.content_first) in view.lexicon.word_set("prepositions")
    first = min(one.start for one in hosts) if led else attribution.content_first
    if not medium and attribution.content_last - first >= _MORE_THAN_ONE:
        told.append(told_by(attribution))


def _holds(attribution: Attribution, told: Sequence[Told]) -> bool:
    """True when all that was told so far stands in clauses of its own inside the words said."""
    first, last = attribution.content_first, attribution.content_last
    return attribution.clausal and all(
        t.attribution.order == "relative" and first < t.first and t.content_last < last
        for t in told
    )


def _tells_of_received(attribution: Attribution, told: Sequence[Told]) -> bool:
    """True when all that was told so far is what was proposed, or rejected, by somebody."""
    first, last = attribution.content_first, attribution.content_last
    return attribution.clausal and all(
        t.attribution.order == "received" and first <= t.first and t.content_last < last
        for t in told
    )


def _crosses(one: Told, attribution: Attribution) -> bool:
    """True when a noun's words are told already, or those of a verb are among them."""
    first, last = attribution.first, max(attribution.content_last, attribution.cue.last)
    return one.first <= last and first <= one.last


def _host(told: Sequence[Told], token: int) -> Told | None:
    """Return the innermost statement among whose words the token stands."""
    return next((t for t in reversed(told) if t.covers(token)), None)


def _share_speaker(told: Sequence[Told], attribution: Attribution) -> Attribution:
    """A second verb without a subject has the subject of the first one, if it agrees."""
    before = next((t for t in reversed(told) if not t.inner), None)
    speaker = attribution.speaker
    if before is None or not isinstance(speaker, Pointer) or speaker.kind != "elided":
        return attribution
    first = before.speaker
    if isinstance(first, Mention) and not _clash(speaker, first):
        via = tuple(before.via) or attribution.via
        heard = attribution.addressees or tuple(filter(_is_outlet, before.addressees))
        joint = before.attribution.joint
        return replace(attribution, speaker=first, via=via, addressees=heard, joint=joint)
    return attribution


def _is_outlet(party: Party) -> bool:
    """True for Radio Kampala in "told Radio Kampala that … but promised that …"."""
    return isinstance(party, Mention) and party.kind == "media"


def _clash(pointer: Pointer, mention: Mention) -> bool:
    if pointer.gender and mention.gender and pointer.gender != mention.gender:
        return not (mention.human is False and mention.number == "plural")
    return bool(
        pointer.number
        and mention.number
        and pointer.number != mention.number
        and mention.human is not False
    )


def _opens(view: View, host: Told, attribution: Attribution) -> bool:
    """True when the words said begin with this attribution's own subject."""
    if not isinstance(attribution.speaker, Mention) or not host.attribution.clausal:
        return False
    first = host.content_first
    determiners = 1 if view.form(first) in ("the", "a", "an") else 0
    return attribution.start <= first + determiners


def _is_own_words(view: View, host: Told, attribution: Attribution) -> bool:
    """True for "said it had warned Y that": whoever speaks tells of a statement of their own."""
    speaker, first = attribution.speaker, host.content_first
    if not isinstance(speaker, Pointer) or host.attribution.cue.row.kind == "source":
        return False
    if speaker.kind in ("own-side", "pronoun"):
        return attribution.start <= first + 2
    enclitics = {r.enclitic for r in view.readings(first - 1)}
    return speaker.kind == "elided" and attribution.cue.first == first and enclitics != {""}


def _absorb(host: Told, attribution: Attribution) -> None:
    """Take the act and the listeners of what the speaker tells of having said."""
    if host.act in NEUTRAL_ACTS and attribution.cue.row.act in OWN_ACTS:
        host.act = attribution.cue.row.act
    host.addressees.extend(a for a in attribution.addressees if a not in host.addressees)
    host.more_cues.append(attribution.cue)


def _may_nest(view: View, host: Told, attribution: Attribution) -> bool:
    """A bare noun phrase inside what somebody says ("asked for guarantees") is no statement yet."""
    if attribution.clausal or attribution.addressees or attribution.order == "relative":
        return True
    inner, outer = attribution.speaker, host.speaker
    arabic = view.lexicon.language == "ar"
    told_of = view.lexicon.language == "en" and host.attribution.order == "source-first"
    if told_of and isinstance(inner, Mention) and inner.person is not None:
        return True  # "According to the palace, X stressed the need for"
    voice = (
        arabic
        and isinstance(outer, Mention)
        and (outer.role in _VOICES or outer.kind == "ministry")
    )
    if voice and isinstance(inner, Mention) and inner.person and attribution.order == _OWN_ORDER:
        return attribution.cue.row.act not in NEUTRAL_ACTS  # "a spokesman said X warned of it"
    return any(isinstance(p, Mention) and p.kind == "media" for p in (host.speaker, *host.via))


def _nest(told: list[Told], host: Told, attribution: Attribution) -> None:
    inner = told_by(attribution)
    outlet = attribution.speaker
    if outlet is not None and _is_cited(host, attribution):
        host.via.append(outlet)  # "Citing X, the Herald reported that"
        host.more_cues.append(attribution.cue)
        host.content_first = attribution.content_first
        return
    passed_on = [*host.via, *([host.speaker] if host.speaker is not None else [])]
    inner.via = passed_on + inner.via
    inner.content_last = min(inner.content_last, host.content_last)
    is_medium = isinstance(host.speaker, Mention) and host.speaker.kind == "media"
    leads = "source" in (host.attribution.cue.row.kind, attribution.cue.row.kind)
    if (is_medium or leads) and attribution.order != "relative":
        inner.start = host.start
        inner.more_cues.append(host.attribution.cue)
        told.remove(host)
    else:
        inner.inner = True
    told.append(inner)


def _is_cited(host: Told, attribution: Attribution) -> bool:
    """True for "Citing X, the Herald reported that": X says it, the Herald passes it on."""
    outlet, cited = attribution.speaker, host.attribution
    medium = isinstance(outlet, Mention) and outlet.kind == "media"
    return medium and cited.order == "source-first" and cited.cue.row.outer_is_via


def _coordinate(view: View, host: Told, attribution: Attribution) -> int | None:
    """Return where a clause beside the host's begins, None when the host says it."""
    start = attribution.first if attribution.before else attribution.start
    if start <= host.content_first:
        return None
    cue = attribution.cue
    elided = isinstance(attribution.speaker, Pointer) and attribution.speaker.kind == "elided"
    if elided and _continues_words(host, attribution):
        return None
    if cue.conjoined and start == cue.first:
        return start
    speaker = attribution.speaker
    if isinstance(speaker, Mention) and speaker.proclitics in _AND and start == speaker.first:
        return start  # "X insists on … and Y threatens"
    begin = _clause_begin(view, host, start)
    if begin is None or (elided and not _same_kind(host, cue) and not view.is_comma(begin)):
        return None
    return begin


def _continues_words(host: Told, attribution: Attribution) -> bool:
    """True when an elided verb goes on inside the words said: other tense, or no agreement."""
    speaker, first = attribution.speaker, host.speaker
    if not _same_kind(host, attribution.cue):
        return True
    return isinstance(first, Mention) and isinstance(speaker, Pointer) and _clash(speaker, first)


def _same_kind(host: Told, cue: Cue) -> bool:
    return host.attribution.cue.form == cue.form or not host.attribution.cue.form


def _clause_begin(view: View, host: Told, start: int) -> int | None:
    """Walk left from a clause's subject or verb to the comma or connector that opens it."""
    for i in range(start, max(host.content_first, start - 9), -1):
        if i != start and view.is_break(i):
            return i
        if i == start and view.is_comma(i - 1):
            return i - 1
        stems = {r.stem for r in view.readings(i) if not r.definite}
        if i != start and stems & view.words.connector:
            return i - 1 if view.is_break(i - 1) else i
        if i != start and i in view.cue_at and view.cue_at[i].row.kind == "verb":
            return None
    return None


def _place_source(view: View, told: list[Told], attribution: Attribution) -> None:
    """A source behind the words: it passes on the statement that stands there, or makes one."""
    cue = attribution.cue
    host = _host(told, cue.first) or next(
        (t for t in reversed(told) if t.attribution.before and not t.inner), None
    )
    if host is None:
        told.append(told_by(attribution))
        return
    if host.covers(cue.first):
        host.content_last = cue.first - 1
        while host.content_last > host.content_first and view.is_break(host.content_last):
            host.content_last -= 1
    host.more_cues.append(cue)
    if cue.row.outer_is_via and attribution.speaker is not None and _is_passed_on(host):
        host.via.append(attribution.speaker)  # "the daily reported that X had …, citing Y"
    elif cue.row.outer_is_via:
        if host.speaker is not None:
            host.via.append(host.speaker)
        host.speaker = attribution.speaker
    elif attribution.speaker is not None:
        host.via.append(attribution.speaker)


def _is_passed_on(host: Told) -> bool:
    """True for what somebody said whom a medium tells of, and nobody else."""
    only = host.via[0] if len(host.via) == 1 else None
    medium = isinstance(only, Mention) and only.kind == "media"
    return medium and host.attribution.cue.row.kind == "verb" and host.speaker is not None


def _cut_at_break(view: View, one: Told) -> None:
    """End the words said where the article takes up its own voice again (", while …")."""
    breaks = view.lexicon.phrases("clause_breaks")
    for i in range(one.content_first + 3, one.content_last):
        if view.is_comma(i) and view.quotation_at[i] is None and view.phrase_at(i + 1, breaks):
            one.content_last = i - 1
            return


def _take_more_quotations(view: View, one: Told) -> None:
    """ "…," X said. "…": the second quotation is evidence of the same statement."""
    if one.attribution.before:
        for quotation in view.quotations:
            if quotation.first > one.attribution.cue.last and one.tail < quotation.last:
                between = range(one.attribution.cue.last + 1, quotation.first)
                if not any(i in view.cue_at for i in between):
                    one.tail = quotation.last
