"""The papers' fonts are whole files under names of their own, built once."""

import subprocess
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

from partnerships.briefs.pdf.fonts import FONTS
from tests.briefs.conftest import ROOT


def build(target: Path) -> str:
    command = [sys.executable, "tools/build_fonts.py", "--output", str(target)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_second_build_does_nothing_and_a_lost_file_comes_back_the_same(tmp_path: Path) -> None:
    assert "6 built" in build(tmp_path)
    assert "up to date" in build(tmp_path)
    font = tmp_path / "PartnershipsSans-Regular.ttf"
    before = font.read_bytes()
    font.unlink()
    assert "1 built" in build(tmp_path)
    assert font.read_bytes() == before


def test_every_syllable_of_hangul_has_a_glyph_in_both_weights() -> None:
    for weight in ("Regular", "Bold"):
        covered: set[int] = set()
        for path in FONTS.glob(f"*-{weight}.?tf"):
            with TTFont(path) as font:
                covered |= font.getBestCmap().keys()
        assert set(range(0xAC00, 0xD7A4)) <= covered


def test_the_reserved_name_is_not_used() -> None:
    for path in FONTS.glob("PartnershipsSans-*.ttf"):
        with TTFont(path) as font:
            names = {record.nameID: str(record) for record in font["name"].names}
        assert names[1] == "Partnerships Sans"
        assert not any("Pretendard" in names[number] for number in (1, 3, 4, 6, 16))
        assert "Open Font License" in names[13]
