"""Frozen dataclasses to plain JSON values and back, exactly: what is stored when a brief is issued."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Brief = TypeVar("Brief")


def encode(value: object) -> Any:
    """``value`` as JSON knows it: dataclasses become objects, tuples lists, dates and times their ISO form."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | bool):
        return str(value) if isinstance(value, StrEnum) else value
    raise TypeError(f"a brief holds plain values only, not {type(value).__name__}")


def decode(kind: type[Brief], values: Mapping[str, Any]) -> Brief:
    """The ``kind`` that ``encode`` made ``values`` from.

    A field that ``values`` does not know takes its default, so a brief issued before the field existed is still read.
    Raises ``TypeError`` for a field that ``kind`` does not know, ``ValueError`` for a value of another type.
    """
    hints = get_type_hints(kind)
    unknown = values.keys() - hints.keys()
    if unknown:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{name: _typed(hints[name], value, name) for name, value in values.items()})


def _typed(hint: Any, value: Any, name: str) -> Any:
    """``value`` as ``hint`` wants it; ``name`` is the field's, for the message."""
    origin = get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{name} must be a list")
        return tuple(_typed(get_args(hint)[0], item, name) for item in value)
    if origin in (UnionType, Union):
        if value is None:
            return None
        return _typed(next(kind for kind in get_args(hint) if kind is not NoneType), value, name)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, Mapping):
            raise ValueError(f"{name} must be an object")
        return decode(hint, value)
    if hint in (date, datetime, time):
        return hint.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    # bool is an int to Python but not to a reader of the archive.
    if type(value) is not hint:
        raise ValueError(f"{name} must be {hint.__name__}, not {type(value).__name__}")
    return value
