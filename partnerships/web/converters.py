"""References in addresses: a converter that matches one noun's references and nothing else."""

from typing import Any

from werkzeug.routing import BaseConverter, Map


class ReferenceConverter(BaseConverter):
    """``<reference('CTY'):reference>`` matches ``CTY-00001`` and ``AGR-2013-001`` alike, for its own prefix only."""

    def __init__(self, url_map: Map, prefix: str, **options: Any) -> None:
        super().__init__(url_map, **options)
        self.regex = rf"{prefix}-\d{{3,}}(?:-\d{{3,}})?"
