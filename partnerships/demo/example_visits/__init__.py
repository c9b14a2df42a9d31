"""Made-up visits, each labelled as an example: one to come, one on the road over the date line, one just over."""

from partnerships.demo.example_visits.past import load_past_visit
from partnerships.demo.example_visits.tour import load_tour
from partnerships.demo.example_visits.upcoming import load_upcoming_visit

__all__ = ["load_past_visit", "load_tour", "load_upcoming_visit"]
