"""What is read of the environment, and how a mistake there is told."""

from decimal import Decimal
from pathlib import Path

import pytest

from partnerships.config import Settings


def read(tmp_path: Path, **variables: str) -> Settings:
    return Settings.from_environment({"INSTANCE_PATH": str(tmp_path), **variables})


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("", {"KRW": Decimal(100_000), "USD": Decimal(100)}),
        ("EUR 150", {"EUR": Decimal(150)}),
        (" JPY 10000 ,  CNY 500.50", {"JPY": Decimal(10_000), "CNY": Decimal("500.50")}),
        ("none", {}),
    ],
)
def test_gifts_are_declared_from_values_by_currency(tmp_path: Path, text: str, limits: dict[str, Decimal]) -> None:
    assert read(tmp_path, GIFT_DECLARATION=text).gift_declaration == limits


@pytest.mark.parametrize("text", ["100000", "KRW", "won 100000", "KRW 0", "KRW 1e400000", "USD NaN", "USD 5, USD"])
def test_a_value_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="GIFT_DECLARATION"):
        read(tmp_path, GIFT_DECLARATION=text)
