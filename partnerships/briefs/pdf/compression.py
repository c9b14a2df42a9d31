"""How hard a PDF is squeezed: zlib's usual level instead of its slowest, which pydyf asks for.

The slowest level takes a tenth of the time of a one-page paper and saves one part in a hundred of its size.
"""

import zlib
from types import SimpleNamespace
from typing import Final

from weasyprint.pdf import pydyf

_LEVEL: Final = 6


def compress_quickly() -> None:
    """Make pydyf compress at the usual level in this process, from now on."""
    # The level is no option of pydyf's, so the name it knows zlib by is given these two, which are all it uses of it.
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda **_: zlib.compressobj(_LEVEL))
