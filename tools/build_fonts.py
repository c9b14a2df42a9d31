"""Builds the papers' fonts into static/dist/fonts: whole static files, from npm packages and the system's DejaVu.

A paper is set in the screen's own face (KRDS's subset of Pretendard GOV), then Noto Sans Korean for other Hangul and
for Hanja, then DejaVu Sans for signs such as ▴ that neither has. WOFF2 would be unpacked anew by every renderer, so the
subset is converted here; its family gets a name of its own because "Pretendard" is a reserved font name.

Run with the project's Python after ``npm ci``: ``python tools/build_fonts.py``. A second run does nothing.
"""

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAMILY = "Partnerships Sans"
# Part of the stamp: raise it when the conversion itself changes, so that fonts already built are built again.
RECIPE = 1


@dataclass(frozen=True)
class Font:
    """One file to build: where it comes from, what it is called, and how it gets there."""

    sources: tuple[Path, ...]
    name: str
    make: Callable[[Path, Path], None]
    remedy: str

    def source(self) -> Path:
        """The first source that is there; ends the program with the remedy when none is."""
        for path in self.sources:
            if path.is_file():
                return path
        sys.exit(f"build_fonts: {self.sources[0]} is missing: {self.remedy}")


def convert(source: Path, target: Path) -> None:
    """Unpack a WOFF2 of Pretendard GOV to plain TTF under this product's own family name."""
    from fontTools.ttLib import TTFont

    # Without the hour of its making inside, so that the same paper has the same bytes wherever its fonts were built.
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    style = source.name.split("-")[1].split(".")[0]
    names = font["name"]
    post_script = FAMILY.replace(" ", "")
    # Regular and Bold share one family; Windows' naming (ids 1 and 2) knows only those, so the rest uses ids 16 and 17.
    plain = style in {"Regular", "Bold"}
    wanted = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: style if plain else "Regular",
        3: f"{post_script}-{style}",
        4: FAMILY if style == "Regular" else f"{FAMILY} {style}",
        6: f"{post_script}-{style}",
        16: FAMILY,
        17: style,
    }
    names.names = [record for record in names.names if record.nameID in {0, 13, 14}]
    for identifier, text in wanted.items():
        names.setName(text, identifier, 3, 1, 0x409)
    font.save(target, reorderTables=True)


def copy(source: Path, target: Path) -> None:
    """Take a font as it is."""
    shutil.copyfile(source, target)


def fonts(modules: Path) -> list[Font]:
    """Every font a paper may use, in the order in which they are tried for a character."""
    krds = modules / "krds-uiux" / "resources" / "fonts"
    noto = modules / "@embedpdf" / "fonts-kr" / "fonts"
    dejavu = [Path("/usr/share/fonts", name) for name in ("truetype/dejavu", "dejavu-sans-fonts", "TTF")]
    npm = "run `npm ci --ignore-scripts` first"
    return [
        *(
            Font((krds / f"PretendardGOV-{style}.subset.woff2",), f"PartnershipsSans-{style}.ttf", convert, npm)
            for style in ("Regular", "Bold")
        ),
        *(
            Font((noto / f"NotoSansKR-{style}.otf",), f"NotoSansKR-{style}.otf", copy, npm)
            for style in ("Regular", "Bold")
        ),
        *(
            Font(
                tuple(folder / name for folder in dejavu),
                name,
                copy,
                "install DejaVu Sans (Debian, Ubuntu: apt-get install fonts-dejavu-core)",
            )
            for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
        ),
    ]


def build(modules: Path, target: Path) -> int:
    """Build what is missing or whose source has changed into ``target``; returns how many files were made."""
    target.mkdir(parents=True, exist_ok=True)
    record = target / "built.json"
    stamps: dict[str, str] = json.loads(record.read_text()) if record.exists() else {}
    made = 0
    for font in fonts(modules):
        source = font.source()
        stamp = f"{RECIPE} {hashlib.sha256(source.read_bytes()).hexdigest()}"
        path = target / font.name
        if path.exists() and stamps.get(font.name) == stamp:
            continue
        # Made beside and moved, so that a renderer starting meanwhile never reads half a font.
        unfinished = path.with_suffix(".part")
        font.make(source, unfinished)
        unfinished.replace(path)
        stamps[font.name] = stamp
        made += 1
    if made:
        record.write_text(json.dumps(stamps, indent=1) + "\n")
    return made


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--node-modules", type=Path, default=ROOT / "node_modules")
    parser.add_argument("--output", type=Path, default=ROOT / "static" / "dist" / "fonts")
    arguments = parser.parse_args()
    made = build(arguments.node_modules, arguments.output)
    print(f"fonts: {made} built" if made else "fonts: up to date")


if __name__ == "__main__":
    main()
