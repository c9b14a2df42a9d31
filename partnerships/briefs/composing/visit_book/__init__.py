"""From records to the visit book's plain values."""

from partnerships.briefs.composing.visit_book.book import compose_visit_book

__all__ = ["compose_visit_book"]
