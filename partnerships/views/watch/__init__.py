"""The watch (만료·갱신 관리): what comes up for agreements, and what is done about it."""

from partnerships.views.watch import handling, pages, terms
from partnerships.views.watch.blueprint import blueprint

__all__ = ["blueprint", "handling", "pages", "terms"]
