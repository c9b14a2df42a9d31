"""Loads the demo into an empty installation, in one transaction."""

from datetime import date
from pathlib import Path

from partnerships.commands.transaction import transaction
from partnerships.demo.accounts import keep_sign_ins, load_accounts
from partnerships.demo.areas import load_areas
from partnerships.demo.beijing import load_beijing
from partnerships.demo.examples import load_examples
from partnerships.demo.home import load_home, load_home_city
from partnerships.demo.san_francisco import load_san_francisco
from partnerships.demo.thread import Thread
from partnerships.demo.ties import load_ties
from partnerships.errors import Conflict
from partnerships.languages import N_
from partnerships.permissions import SYSTEM
from partnerships.queries.account import has_any_user
from partnerships.queries.city import get_city
from partnerships.queries.partnership.reading import get_partnership


def load_demo(instance: Path, today: date) -> None:
    """Load everything; raises :class:`Conflict` when somebody already has an account."""
    if has_any_user():
        raise Conflict(N_("The demo is loaded into an empty installation only."))
    # All or nothing: a demo that stopped half way would never be loaded again.
    with transaction(SYSTEM, "load_demo"):
        seoul = load_home_city()
        accounts, sign_ins = load_accounts(seoul)
        owner = accounts["officer"]
        areas = load_areas()
        home = load_home(seoul)
        ties = load_ties(home, owner)
        threads = {
            name: Thread(home, get_city(SYSTEM, ties[name].partner.reference), ties[name], areas, owner)
            for name in ("San Francisco", "Beijing")
        }
        memorandum = load_san_francisco(threads["San Francisco"], today)
        load_beijing(threads["Beijing"], today)
        others = {name: get_partnership(SYSTEM, ties[name].reference) for name in ("Wellington", "Mexico City")}
        load_examples(threads["San Francisco"], others, memorandum, today)
    keep_sign_ins(instance, sign_ins)
