"""Lists of participants: written as a template, read back in whatever form they come, and taken over into a visit."""

from partnerships.transfer.participants.columns import BY_FIELD, COLUMNS, Column
from partnerships.transfer.participants.listing import find_delegation, name_of, row_of
from partnerships.transfer.participants.planned import (
    NEW,
    Outcome,
    Plan,
    PlannedRow,
    Wish,
    with_refusal,
    without_open_rows,
)
from partnerships.transfer.participants.planning import plan_list
from partnerships.transfer.participants.rows import MOST_ROWS, Fault, ListedRow, Listing, list_rows
from partnerships.transfer.participants.taking_over import as_listed
from partnerships.transfer.participants.writing import write_participants

__all__ = [
    "BY_FIELD",
    "COLUMNS",
    "MOST_ROWS",
    "NEW",
    "Column",
    "Fault",
    "ListedRow",
    "Listing",
    "Outcome",
    "Plan",
    "PlannedRow",
    "Wish",
    "as_listed",
    "find_delegation",
    "list_rows",
    "name_of",
    "plan_list",
    "row_of",
    "with_refusal",
    "without_open_rows",
    "write_participants",
]
