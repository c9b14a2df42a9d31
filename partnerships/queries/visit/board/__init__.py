"""The programme as a board: stays side by side, a column a day, each item where its hours put it."""

from partnerships.queries.visit.board.changes import LatestChange, latest_change, stamp_of
from partnerships.queries.visit.board.columns import Band, Board, Column, ZoneChange, board_of
from partnerships.queries.visit.board.placing import Slot

__all__ = [
    "Band",
    "Board",
    "Column",
    "LatestChange",
    "Slot",
    "ZoneChange",
    "board_of",
    "latest_change",
    "stamp_of",
]
