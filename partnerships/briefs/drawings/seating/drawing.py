"""The drawing of a seating plan: an SVG that reads in colour and in grey, on a page and on paper."""

from collections.abc import Iterator
from html import escape
from typing import Final

from partnerships.briefs.catalogue import translations_of
from partnerships.briefs.drawings.lettering import broken, shortened, width_of, wrapped
from partnerships.briefs.drawings.seating.plan import Seat, SeatingPlan
from partnerships.briefs.drawings.seating.slots import ARM, Furniture
from partnerships.briefs.drawings.seating.writing import height_of, rows_on
from partnerships.languages import N_

FONT: Final = "Partnerships Sans, Pretendard GOV, Noto Sans KR Variable, sans-serif"
INK, QUIET, LINE, GROUND, GUESTS = "#1e2124", "#464c53", "#6d7882", "#eef2f6", "#dbe6f4"
MARGIN, BADGE, LEGEND, LEGEND_LINE, DOOR = 16, 10, 34, 26, 34
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
        height = self.foot - self.top + LEGEND + (len(self._legend_rows()) - 1) * LEGEND_LINE
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
            for name, middle in ((self._guests_name(), one.y + 21), (self._home_name(), one.y + one.height - 21)):
                rows, size = self._label(name, one.width - 10)
                for number, row in enumerate(rows):
                    y = middle + (number - (len(rows) - 1) / 2) * size * 1.15 + size * 0.35
                    shape += _text(row, x, y, size, fill=QUIET)
        return shape

    @staticmethod
    def _label(name: str, room: float) -> tuple[list[str], float]:
        """Whose side of the table it is, on one line or on two or three smaller ones."""
        for size, lines in ((14, 1), (12, 1), (13, 2), (11, 2), (10, 3)):
            if rows := wrapped(name, size, room, lines):
                return rows, size
        return broken(name, 10, room, 3), 10

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
        second = self._count(seat.who.count) if seat.who.count else seat.who.below(card)
        rows = rows_on(card, seat.name, second)
        y = (card.height - height_of(rows)) / 2
        for row in rows:
            y += row.height
            yield row.words, y - row.size * 0.3, row.size, 700 if row.is_name else 400, INK if row.is_name else QUIET

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

    def _entries(self) -> list[tuple[str, str]]:
        """(kind, words) of the legend: which circle is whose, what a broken edge says."""
        entries = [("partner", self._guests_name()), ("home", self._home_name())]
        shown = [entry for entry in entries if any(seat.side == entry[0] for seat in self.plan.seats)]
        if any(seat.absent for seat in self.plan.seats):
            shown.append(("absent", self._word(N_("does not attend"))))
        room = self.width - 2 * MARGIN - 40
        return [(kind, shortened(words, 13, room)) for kind, words in shown]

    def _legend_rows(self) -> list[list[tuple[str, str, float]]]:
        """(kind, words, width) of its entries: all on one line where there is room, else each on its own."""
        entries = [(kind, words, 40 + width_of(words, 13)) for kind, words in self._entries()]
        total = sum(width for _kind, _words, width in entries) + 18 * (len(entries) - 1)
        return [entries] if total <= self.width - 2 * MARGIN else [[entry] for entry in entries]

    def _legend(self) -> Iterator[str]:
        """The legend at the foot."""
        for number, row in enumerate(self._legend_rows()):
            total = sum(width for _kind, _words, width in row) + 18 * (len(row) - 1)
            x, y = self.middle - total / 2, self.foot + 12 + number * LEGEND_LINE
            for kind, words, width in row:
                if kind == "absent":
                    yield (
                        f'<rect class="seating-card" x="{x:g}" y="{y - 9:g}" width="28" height="18" rx="4" '
                        f'fill="#ffffff" stroke="{LINE}" stroke-width="1.25" stroke-dasharray="5 4"/>'
                    )
                else:
                    yield self._badge("1", x + BADGE, y, is_guest=kind == "partner")
                yield _text(words, x + (36 if kind == "absent" else 28), y + 5, 13, anchor="start")
                x += width + 18


def _text(
    words: str, x: float, y: float, size: float, *, weight: int = 400, fill: str = INK, anchor: str = "middle"
) -> str:
    # White on a full circle: a stylesheet has to know it from the ink of all other words.
    name = "seating-words" if fill != "#ffffff" else "seating-words seating-words-inverse"
    return (
        f'<text class="{name}" x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{fill}">{escape(words)}</text>'
    )
