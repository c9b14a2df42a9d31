"""What the history calls acts and fields: their names in words, which are message ids."""

from partnerships.models.account import User
from partnerships.models.base import Base, Part, Record

_UNTOLD = {"id", "version", "created_at", "search_names"}
# Of a partial date only the words are told.
_DERIVED = ("_earliest", "_latest", "_inferred")
_LANGUAGES = {"_ko": " (Korean)", "_en": " (English)"}


def act_in_words(act: str) -> str:
    """``record_city``: Record city."""
    return act.replace("_", " ").capitalize()


def field_in_words(field: str) -> str:
    """``name_ko``: Name (Korean); ``partner_id``: Partner; ``signed_words``: Signed."""
    field = field.removesuffix("_id").removesuffix("_words")
    suffix = field[-3:] if field[-3:] in _LANGUAGES else ""
    return field.removesuffix(suffix).replace("_", " ").capitalize() + _LANGUAGES.get(suffix, "")


def watched_fields() -> set[str]:
    """Every field that the history can tell of, by its column or relationship."""
    fields = set()
    for mapper in Base.registry.mappers:
        if not issubclass(mapper.class_, Record | Part | User):
            continue
        fields |= {one.key for one in mapper.column_attrs if not one.key.endswith(_DERIVED)} - _UNTOLD
        fields |= {one.key for one in mapper.relationships if one.secondary is not None}
    return fields
