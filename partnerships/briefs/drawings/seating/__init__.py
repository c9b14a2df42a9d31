"""Seating plans (좌석배치도): who sits where by precedence, in four shapes, and the drawing for page and paper."""

from partnerships.briefs.drawings.seating.drawing import draw_seating
from partnerships.briefs.drawings.seating.plan import Seat, Seated, SeatingPlan, plan_seats, seat_number

__all__ = ["Seat", "Seated", "SeatingPlan", "draw_seating", "plan_seats", "seat_number"]
