"""What the figures of a text come to: the document's own count of the day's event, by measure.

The counts of one measure are told one after the other, and each stands in one relation to what was told before: it is another one and
adds; it is the same (a part, a repetition, another report, an earlier attack); or it takes the place of what was told (a revised toll, the
whole after its parts). Which it is, is a choice by weights over signals of the text: words that set incidents apart, who the victims are,
where it was, how the numbers compare. The weights are data: `toll_weights`. Reports that disagree give an interval. Attackers who died
count where the text counts them in one breath with others, and where nobody else did.

Belongs here: which figures are counts of the day's event, and the choice among relations. Does not belong here: how a count stands to
those before it (`tally`), what a figure is, and which figures are parts of another (`casualty`).
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from transforms.lexicon import rows
from transforms.text.casualties.signal_words import ANOTHER_INCIDENT, ATTACKERS, OF_THE_HURT, SHE_DIED
from transforms.text.casualties.tally import Count, Tally, Total, lost_by_a_side
from transforms.text.quantities.classes import GENERIC, SETS
from transforms.text.reading import Reading, lower

if TYPE_CHECKING:
    from transforms.text.casualties.figure import Figure
    from transforms.text.statements.statement import Span

_FEW = 6  # a number up to it is met by chance where others are added up
_WEIGHTS = {signal: (float(adds), float(replaces)) for signal, adds, replaces, _, _ in rows("toll_weights")}


def totals(reading: Reading, figures: Sequence["Figure"]) -> dict[str, Total]:
    """The document's own count of the day's event, by measure, where it can be told."""
    result: dict[str, Total] = {}
    by_measure: dict[str, list[int]] = {}
    for index, figure in enumerate(figures):
        by_measure.setdefault("killed" if figure.measure == "bodies_recovered" else figure.measure, []).append(index)
    for measure, mine in by_measure.items():
        current = _current(reading, figures, mine)
        if len(current) == 1:
            only = figures[current[0]]
            result[measure] = Total(only.value_low, only.value_best, only.value_high, (current[0],))
        elif len({figures[index].evidence for index in current}) == 1:
            whole = Count(current, figures, 0)
            result[measure] = Total(whole.low, whole.best, whole.high, tuple(current))
        elif current:
            told = _counts(reading, figures, current)
            tally = Tally(reading, figures, told[0])
            for count in told[1:]:
                signals = tally.signals(count)
                tally.take(count, choose(signals), disagrees="disagree" in signals, apart="apart" in signals)
            result[measure] = tally.total()
    _divide(result, figures)
    _take_the_dead(reading, result, figures)
    return result


def _take_the_dead(reading: Reading, result: dict[str, Total], figures: Sequence["Figure"]) -> None:
    """Take those who died of their wounds from the injured: "three people were found with gunshot wounds. One of them died."."""
    hurt, killed = result.get("injured"), result.get("killed")
    if hurt is None or killed is None or not hurt.best:
        return
    died = 0
    for index in killed.parts:
        figure = figures[index]
        words = reading.text[slice(*figure.evidence)]
        before = next((at for at in range(index - 1, max(-1, index - 3), -1) if figures[at].measure == "injured"), -1)
        apart = before >= 0 and _sentence_of(reading, figures[before]) < _sentence_of(reading, figure)
        alone = apart and figures[before].rule == "subject" and figures[before].value_best == 1 and SHE_DIED.match(words) is not None
        if apart and before in hurt.parts and (alone or OF_THE_HURT.search(words)):
            died += figure.value_best or 0
    if died == hurt.best:
        del result["injured"]
    elif 0 < died < hurt.best:
        low, high = (end and end - died for end in (hurt.low, hurt.high))
        result["injured"] = Total(low, hurt.best - died, high, hurt.parts)


def _sentence_of(reading: Reading, figure: "Figure") -> int:
    return reading.sentence_of(reading.token_at(figure.number[0]))


def _divide(result: dict[str, Total], figures: Sequence["Figure"]) -> None:
    """Tell who was hurt from who was killed or hurt and who was killed: "eight people were shot, three of them fatally"."""
    both, killed = result.get("killed_or_injured"), result.get("killed")
    if both is None or both.best is None or killed is None or killed.best is None or "injured" in result or killed.best >= both.best:
        return
    groups = [{(figures[index].victim_group or "").lower() for index in told.parts} - {""} - GENERIC for told in (both, killed)]
    if groups[0] and groups[1] and groups[0].isdisjoint(groups[1]):
        return  # "eight soldiers were killed and 15 rebels put out of action"
    hurt = both.best - killed.best
    result["injured"] = Total(hurt, hurt, hurt, both.parts)


def counts(reading: Reading, figures: Sequence["Figure"], measure: str) -> list[Count]:
    """The counts of the day's event by one measure, in the order of the text; attackers who died apart from others come last."""
    wanted = {measure, "bodies_recovered"} if measure == "killed" else {measure}
    mine = [index for index, figure in enumerate(figures) if figure.measure in wanted]
    return _counts(reading, figures, _current(reading, figures, mine))


def _current(reading: Reading, figures: Sequence["Figure"], mine: Sequence[int]) -> list[int]:
    """Those of the figures of one measure that may count the day's event: no parts, no vague words, nothing of long ago."""
    mine = [
        index
        for index in mine
        if (figure := figures[index]).measure_kind != "subset" and figure.value_best is not None and figure.count_basis != "projected"
    ]
    if len(mine) > 1:
        mine = [index for index in mine if figures[index].value_best] or mine
    oldest = _oldest(reading.published)
    current = [index for index in mine if not figures[index].background and not _is_before(figures[index], oldest)]
    if not current and mine and not _is_before(figures[mine[0]], oldest):
        first, last = _sentence_of(reading, figures[mine[0]]), _sentence_of(reading, figures[mine[-1]])
        current = [
            index for index in mine if _sentence_of(reading, figures[index]) == first and _may_stand(figures[index], alone=first == last)
        ]
    return current


def _may_stand(figure: "Figure", *, alone: bool) -> bool:
    """Whether a count that is told as an earlier one is an occasion of its own, where no other is told."""
    is_cumulative = figure.measure_kind == "cumulative"
    return (alone or not is_cumulative) and (figure.measure != "bodies_recovered" or is_cumulative)


def _counts(reading: Reading, figures: Sequence["Figure"], current: Sequence[int]) -> list[Count]:
    chains: dict[Span, list[int]] = {}
    for index in current:
        chains.setdefault(figures[index].evidence, []).append(index)
    found = [Count(parts, figures, reading.sentence_of(reading.token_at(figures[parts[0]].number[0]))) for parts in chains.values()]
    if len(found) > 1 and any(not count.groups.isdisjoint(ATTACKERS) for count in found) and not _is_battle(reading, figures, found):
        apart = [all((figures[index].victim_group or "").lower() in ATTACKERS for index in count.parts) for count in found]
        for at, (before, after) in enumerate(pairwise(found)):
            if apart[at] != apart[at + 1] and _is_elsewhere(reading, before, after):
                apart[at + apart[at + 1]] = False  # "Troops killed two rebels. Separately, a bomb killed two policemen."
        for at in range(1, len(found)):
            if apart[at - 1] and not apart[at] and found[at].sentence == found[at - 1].sentence and _is_also(reading, figures, found[at]):
                apart[at - 1] = False  # "A rebel was killed in a clash in which two soldiers also died."
            words = reading.lows[(begin := reading.token_at(figures[found[at].parts[0]].number[0])) : begin + 3]
            if found[at].groups <= {"others"} and not SETS["further"].isdisjoint(words):
                apart[at] = apart[at - 1]  # "shot two suspects. Three more were killed ..."
        if not all(apart):
            for count, attackers in zip(found, apart, strict=True):
                count.attackers = attackers
            if found[0].attackers:
                found.sort(key=attrgetter("attackers"))
    if len(found) > 2 and found[0].best > _FEW:
        _mark_details(found)
    return found


def _is_battle(reading: Reading, figures: Sequence["Figure"], found: Sequence[Count]) -> bool:
    """Whether two sides fought, of which the dead of both count, and no attackers struck others."""
    text = lower(reading.folded)
    first = found[0]
    if figures[first.parts[0]].rule in {"object", "subject"} and first.groups and first.groups <= ATTACKERS - SETS["strikers"]:
        return True  # "Troops killed 11 rebels. One soldier died."
    if any(lost_by_a_side(text, figures, count) for count in found):
        return True
    return not SETS["combat"].isdisjoint(reading.lows) and all(SETS["strikers"].isdisjoint(count.groups) for count in found)


def _is_also(reading: Reading, figures: Sequence["Figure"], count: Count) -> bool:
    """Whether those counted are told in one breath with who died before: "also lost their lives"."""
    first, last = reading.token_at(count.start), reading.token_at(count.end - 1)
    return "also" in reading.lows[first : last + 1] and all(figures[index].measure == "killed" for index in count.parts)


def _is_elsewhere(reading: Reading, before: Count, after: Count) -> bool:
    """Whether the second count is told as one of another incident."""
    text = lower(reading.folded[before.end : min(after.start, before.end + 400)])
    return ANOTHER_INCIDENT.search(text) is not None


def _mark_details(found: list[Count]) -> None:
    """Mark those right behind the first count that come to it: "Four were killed. A guard died in Oulo. In Tensi three others ..."."""
    others = [count for count in found[1:] if not count.attackers]
    come_to = list(accumulate(count.best for count in others))
    if found[0].best in come_to[1:]:
        for count in others[: come_to.index(found[0].best) + 1]:
            count.detail = True


def choose(signals: Sequence[str]) -> str:
    """The relation for which the signals speak most: "same", "add" or "replace"."""
    adds = replaces = 0.0
    for signal in signals:
        add, replace = _WEIGHTS.get(signal, (0.0, 0.0))
        adds += add
        replaces += replace
    return "same" if max(adds, replaces) <= 0 else "add" if adds >= replaces else "replace"


@lru_cache(maxsize=1)
def _oldest(published: date | None) -> str:
    """The day before which nothing that happened is an event of the day that is told."""
    return date.fromordinal(max(1, published.toordinal() - 400)).isoformat() if published is not None else ""


def _is_before(figure: "Figure", oldest: str) -> bool:
    day = figure.event_date or figure.period_start
    return day is not None and day < oldest
