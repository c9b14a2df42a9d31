"""Which fonts a printing process sees: the house's own and no others, so that a paper is the same on every machine."""

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from partnerships.briefs.pdf.errors import RendererUnavailable

FONTS: Final = Path(__file__).resolve().parents[3] / "static" / "dist" / "fonts"

_CONFIGURATION: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


def confine_fonts(folder: Path, fonts: Path = FONTS) -> dict[str, str]:
    """The environment variables that show a process the files in ``fonts`` alone.

    WeasyPrint reads them the moment it is imported. ``folder`` is a private one for the configuration and fontconfig's
    index; it must stay while the process runs. Raises ``RendererUnavailable`` when the fonts have not been built.
    """
    if not any(fonts.glob("*.ttf")):
        raise RendererUnavailable(f"no fonts in {fonts}: tools/build_fonts.py makes them")
    configuration = folder / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(fonts=escape(str(fonts)), cache=escape(str(folder / "cache"))))
    return {"FONTCONFIG_FILE": str(configuration)}
