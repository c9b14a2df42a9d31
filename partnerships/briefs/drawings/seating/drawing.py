"""The drawing of a seating plan: an SVG that reads in colour and in grey, on a page and on paper."""

from collections.abc import Iterator
from html import escape
from typing import Final

from partnerships.briefs.catalogue import translations_of
from partnerships.briefs.drawings.lettering import fitted, shortened, width_of
from partnerships.briefs.drawings.seating.plan import Seat, SeatingPlan
from partnerships.briefs.drawings.seating.slots import ARM, Furniture
from partnerships.languages import N_

FONT: Final = "Partnerships Sans, Pretendard GOV, Noto Sans KR Variable, sans-serif"
INK, QUIET, LINE, GROUND, GUESTS = "#1e2124", "#464c53", "#6d7882", "#eef2f6", "#dbe6f4"
MARGIN, BADGE, LEGEND, DOOR = 16, 10, 34, 34
LEAST: Final = 360


def draw_seating(plan: SeatingPlan, language: str) -> str:
    """The SVG of ``plan``, its own words in ``language``; guests are tinted and numbered in full circles."""
    return _Drawing(plan, language).svg()


class _Drawing:
    """Holds what all parts of one drawing need: the plan, the words, and the box about it all."""

    def __init__(self, plan: SeatingPlan, language: str) -> None:
        self.plan = plan
        self.language = language
        self.words = translations_of(language)
        card = plan.card
        edges: list[tuple[float, float, float, float]] = [
            (seat.x - card.width / 2, seat.y - card.height / 2, card.width, card.height) for seat in plan.seats
        ]
        edges += [(one.x, one.y, one.width, one.height) for one in plan.furniture]
        self.left = min(edge[0] for edge in edges) - MARGIN
        self.top = min(edge[1] for edge in edges) - MARGIN
        right = max(edge[0] + edge[2] for edge in edges) + MARGIN
        self.middle = (self.left + right) / 2
        self.door = max(edge[1] + edge[3] for edge in edges) + MARGIN
        if right - self.left < LEAST:
            self.left, right = self.middle - LEAST / 2, self.middle + LEAST / 2
        self.width = right - self.left
        self.foot = self.door + (DOOR if plan.has_door else 0)

    def svg(self) -> str:
        """The whole drawing."""
        legend = list(self._legend())
        height = self.foot - self.top + LEGEND
        parts = [
            f"<title>{escape(self._title())}</title><desc>{escape(self._described())}</desc>",
            *(self._furniture(one) for one in self.plan.furniture),
            *([self._door()] if self.plan.has_door else []),
            *(self._seat(seat) for seat in self.plan.seats),
            *legend,
        ]
        head = (
            f'<svg class="seating" xmlns="http://www.w3.org/2000/svg" viewBox="{self.left:g} {self.top:g} '
            f'{self.width:g} {height:g}" width="{self.width:g}" height="{height:g}" role="img" '
            f'aria-label="{escape(self._title())}" font-family="{FONT}">'
        )
        return f"{head}{''.join(parts)}</svg>"

    def _word(self, message: str) -> str:
        return self.words.gettext(message)

    def _title(self) -> str:
        return f"{self._word(N_('Seating plan'))}: {self._word(self.plan.shape.label)}"

    def _described(self) -> str:
        """Who sits where in one line a side; the numbers are those on the cards."""
        told = []
        for side, name in (("partner", self._guests_name()), ("home", self._home_name())):
            people = [f"{self._mark(seat)} {seat.name}" for seat in self.plan.seats if seat.side == side]
            if people:
                told.append(f"{name}: {', '.join(people)}")
        return "; ".join(told)

    def _guests_name(self) -> str:
        return self.plan.guests_name or self._word(N_("Guests"))

    def _home_name(self) -> str:
        return self.plan.home_name or self._word(N_("Home"))

    def _mark(self, seat: Seat) -> str:
        """What stands in a seat's circle: its number within its side, or a sign for an interpreter."""
        return self._word(N_("Int.")) if seat.is_interpreter else str(seat.rank)

    def _furniture(self, one: Furniture) -> str:
        x, y = one.x + one.width / 2, one.y + one.height / 2
        look = f'class="seating-table" fill="{GROUND}" stroke="{LINE}" stroke-width="1.25"'
        if one.kind == "round":
            shape = f'<circle {look} cx="{x:g}" cy="{y:g}" r="{one.width / 2:g}"/>'
            label = self._word(N_("Table %(number)s")) % {"number": one.words} if one.words else ""
            return shape + (_text(label, x, y + 5, 15, weight=700) if label else "")
        if one.kind == "u":
            inner, down = one.width - 2 * ARM, one.height - ARM
            return (
                f'<path {look} stroke-linejoin="round" d="M{one.x:g} {one.y:g}h{one.width:g}v{one.height:g}'
                f'h-{ARM}v-{down:g}h-{inner:g}v{down:g}h-{ARM}z"/>'
            )
        shape = f'<rect {look} x="{one.x:g}" y="{one.y:g}" width="{one.width:g}" height="{one.height:g}" rx="6"/>'
        if one.kind == "stage":
            return shape + _text(self._word(N_("Stage")), x, y + 5, 15, weight=700)
        if self.plan.shape == "facing":
            shape += _text(shortened(self._guests_name(), 14, one.width - 16), x, one.y + 26, 14, fill=QUIET)
            shape += _text(shortened(self._home_name(), 14, one.width - 16), x, one.y + one.height - 17, 14, fill=QUIET)
        return shape

    def _door(self) -> str:
        """The door at the foot: the guests look at it, their hosts have it behind them."""
        y = self.door + 10
        word = self._word(N_("Entrance"))
        gap = width_of(word, 13) / 2 + 12
        line = f'stroke="{LINE}" stroke-width="3" stroke-linecap="round"'
        return (
            f'<path class="seating-door" d="M{self.middle - gap - 54:g} {y:g}h54M{self.middle + gap:g} {y:g}h54" '
            f'{line} fill="none"/>{_text(word, self.middle, y + 5, 13, fill=QUIET)}'
        )

    def _seat(self, seat: Seat) -> str:
        card = self.plan.card
        left, top = seat.x - card.width / 2, seat.y - card.height / 2
        is_head = seat.rank == 1 and not seat.is_interpreter
        names = "seating-card" + (" seating-guest" if seat.is_guest and not seat.absent else "")
        names += " seating-head" if is_head else ""
        dashed = ' stroke-dasharray="5 4"' if seat.absent else ""
        tint = "#ffffff" if seat.absent or not seat.is_guest else GUESTS
        told = ", ".join(filter(None, (seat.name, seat.post, self._absent(seat))))
        rows = self._rows(seat)
        lines = "".join(
            _text(row, seat.x, top + y, size, weight=weight, fill=QUIET if seat.absent else fill)
            for row, y, size, weight, fill in rows
        )
        return (
            f'<g class="seating-seat" data-seat="{seat.number}"><title>{escape(told)}</title>'
            f'<rect class="{names}" x="{left:g}" y="{top:g}" width="{card.width}" height="{card.height}" rx="6" '
            f'fill="{tint}" stroke="{INK if is_head else LINE}" stroke-width="{2.5 if is_head else 1.25}"{dashed}/>'
            f"{lines}{self._badge(self._mark(seat), left + 2, top + 2, is_guest=seat.side == 'partner')}</g>"
        )

    def _absent(self, seat: Seat) -> str:
        return self._word(N_("does not attend")) if seat.absent else ""

    def _rows(self, seat: Seat) -> Iterator[tuple[str, float, float, int, str]]:
        """(words, y, size, weight, colour) of the lines on a card, together in its middle."""
        card = self.plan.card
        room = card.width - 18
        small = card.size - 3
        second = seat.post if card.has_post else ""
        if seat.who.count:
            second = self._count(seat.who.count)
        lines = card.lines - (1 if second else 0)
        names, size = fitted(seat.name, card.size, room, min(lines, 2))
        seconds, second_size = fitted(second, small, room, card.lines - len(names)) if second else ([], small)
        high = len(names) * (card.size + 3) + len(seconds) * (small + 3)
        y = (card.height - high) / 2
        for name in names:
            y += card.size + 3
            yield name, y - 4, size, 700, INK
        for line in seconds:
            y += small + 3
            yield line, y - 4, second_size, 400, QUIET

    def _count(self, count: int) -> str:
        return self.words.ngettext("%(num)s person", "%(num)s people", count) % {"num": f"{count:,}"}

    def _badge(self, mark: str, x: float, y: float, *, is_guest: bool) -> str:
        high = 2 * BADGE if self.plan.card.has_post else 2 * BADGE - 3
        size = 11 if self.plan.card.has_post else 10
        width = max(width_of(mark, size) + 7, high)
        ground, ink = (INK, "#ffffff") if is_guest else ("#ffffff", INK)
        name = "seating-badge seating-badge-guest" if is_guest else "seating-badge"
        return (
            f'<rect class="{name}" x="{x - width / 2:g}" y="{y - high / 2:g}" width="{width:g}" '
            f'height="{high}" rx="{high / 2:g}" fill="{ground}" stroke="{INK}" stroke-width="1.25"/>'
            f"{_text(mark, x, y + 4, size, weight=700, fill=ink)}"
        )

    def _legend(self) -> Iterator[str]:
        """Which circle is whose, what a broken edge says, in one line at the foot."""
        entries = [(True, self._guests_name()), (False, self._home_name())]
        shown = [entry for entry in entries if any((seat.side == "partner") is entry[0] for seat in self.plan.seats)]
        room = (self.width - 2 * MARGIN) / 3 - 40
        names = [(is_guest, shortened(name, 13, room)) for is_guest, name in shown]
        widths = [30 + width_of(name, 13) + 18 for _is_guest, name in names]
        absent = any(seat.absent for seat in self.plan.seats)
        last = self._word(N_("does not attend"))
        total = sum(widths) + (40 + width_of(last, 13) if absent else -18)
        x, y = self.middle - total / 2, self.foot + 12
        for (is_guest, name), width in zip(names, widths, strict=True):
            yield self._badge("1", x + BADGE, y, is_guest=is_guest)
            yield _text(name, x + 28, y + 5, 13, anchor="start")
            x += width
        if absent:
            yield (
                f'<rect class="seating-card" x="{x:g}" y="{y - 9:g}" width="28" height="18" rx="4" fill="#ffffff" '
                f'stroke="{LINE}" stroke-width="1.25" stroke-dasharray="5 4"/>'
                f"{_text(last, x + 36, y + 5, 13, anchor='start')}"
            )


def _text(
    words: str, x: float, y: float, size: float, *, weight: int = 400, fill: str = INK, anchor: str = "middle"
) -> str:
    # White on a full circle: a stylesheet has to know it from the ink of all other words.
    name = "seating-words" if fill != "#ffffff" else "seating-words seating-words-inverse"
    return (
        f'<text class="{name}" x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{fill}">{escape(words)}</text>'
    )
