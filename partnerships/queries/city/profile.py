"""The profile of a city (도시 개황) read out: of each matter the latest values, and what they were before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from partnerships.models.city import CityFact, FactKind


@dataclass(frozen=True)
class Value:
    """One value, and for a figure how much it grew since the value before it."""

    fact: CityFact
    since: CityFact | None = None

    @property
    def growth(self) -> Decimal | None:
        """The difference to the value before; ``None`` when there is none."""
        before = self.since.number if self.since else None
        return None if before is None or self.fact.number is None else self.fact.number - before

    @property
    def percent(self) -> Decimal | None:
        """The same in per cent of the value before."""
        before = self.since.number if self.since else None
        return self.growth / before * 100 if self.growth is not None and before else None


@dataclass(frozen=True)
class Matter:
    """What is known of one matter: its latest values, several when sources speak of the same time, and earlier ones."""

    kind: FactKind
    latest: Sequence[Value]
    earlier: Sequence[Value]

    @property
    def is_disputed(self) -> bool:
        """Whether two sources give different figures for the same time."""
        return len({value.fact.number for value in self.latest}) > 1


def read_profile(facts: Iterable[CityFact]) -> Sequence[Matter]:
    """The current facts by matter, in the order of their kinds."""
    kinds = list(FactKind)
    current = sorted((fact for fact in facts if not fact.is_archived), key=lambda fact: _matter_of(fact, kinds))
    return [_matter(list(group)) for _key, group in groupby(current, key=lambda fact: _matter_of(fact, kinds))]


def _matter_of(fact: CityFact, kinds: Sequence[FactKind]) -> tuple[int, bool, str, int]:
    """Figures in one unit are values of one matter, and so are texts of one kind; what is called other stands alone."""
    is_text = fact.number is None
    alone = fact.id if fact.kind is FactKind.OTHER else 0
    return kinds.index(fact.kind), is_text, "" if is_text else (fact.unit or "").casefold(), alone


def _matter(facts: list[CityFact]) -> Matter:
    facts.sort(key=lambda fact: (_known(fact), fact.id), reverse=True)
    latest = [fact for fact in facts if fact is facts[0] or _of_one_time(fact, facts[0])]
    earlier = [fact for fact in facts if fact not in latest]
    before = earlier[0] if earlier else None
    values = [Value(fact, older) for fact, older in pairwise([*earlier, None]) if fact is not None]
    return Matter(facts[0].kind, [Value(fact, before) for fact in latest], values)


def _known(fact: CityFact) -> date:
    return (fact.as_of.latest if fact.as_of else None) or date.min


def _of_one_time(one: CityFact, other: CityFact) -> bool:
    """Whether two values can be of one time: 2013 and October 2013 can; without a date only one with none can."""
    first, second = one.as_of, other.as_of
    if first is None or second is None:
        return first is second
    if not (first.earliest and first.latest and second.earliest and second.latest):
        return first.words == second.words
    return not (first.is_surely_before(second) or second.is_surely_before(first))
