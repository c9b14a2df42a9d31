"""Tables: every constraint has a name, nothing is loaded unasked, and every foreign key can be searched by."""

from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import RelationshipProperty

from partnerships.models.base import Base, Part, Record

TABLES = Base.metadata.sorted_tables
MAPPERS = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)
# PostgreSQL cuts longer names off.
LONGEST_NAME = 63


def test_every_constraint_and_index_has_a_name_that_fits() -> None:
    unnamed = []
    for table in TABLES:
        for one in [*table.constraints, *table.indexes]:
            name = str(one.name or "")
            if not name or len(name) > LONGEST_NAME:
                unnamed.append((table.name, type(one).__name__, name))
    assert unnamed == []


def test_no_two_constraints_of_a_table_share_a_name() -> None:
    for table in TABLES:
        names = [str(one.name) for one in [*table.constraints, *table.indexes]]
        assert len(names) == len(set(names)), table.name


def test_nothing_is_loaded_unasked() -> None:
    """A page that shows more than its query loaded fails in a test instead of being slow in an office."""
    loose = [
        f"{mapper.class_.__name__}.{one.key}"
        for mapper in MAPPERS
        for one in mapper.relationships
        if isinstance(one, RelationshipProperty) and one.lazy != "raise"
    ]
    assert loose == []


def test_no_record_is_deleted_by_a_cascade() -> None:
    cascading = [
        f"{mapper.class_.__name__}.{one.key}"
        for mapper in MAPPERS
        for one in mapper.relationships
        if one.cascade.delete or one.cascade.delete_orphan
    ]
    cascading += [f"{table.name}.{key.parent.name}" for table in TABLES for key in table.foreign_keys if key.ondelete]
    assert cascading == []


def test_every_record_and_part_is_held_to_its_version() -> None:
    loose = [
        mapper.class_.__name__
        for mapper in MAPPERS
        if issubclass(mapper.class_, Record | Part) and mapper.version_id_col is None
    ]
    assert loose == []


def test_every_foreign_key_begins_an_index() -> None:
    """A record's page asks for the rows that point at it; without an index that reads whole tables."""
    unindexed = []
    for table in TABLES:
        unique = [one for one in table.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint)]
        leading = {next(iter(one.columns)).name for one in [*table.indexes, *unique] if len(one.columns)}
        unindexed += [f"{table.name}.{key.parent.name}" for key in table.foreign_keys if key.parent.name not in leading]
    # A pair of cities is asked for by both ends together; accounts are few.
    assert set(unindexed) <= {"partnerships.pair_high_id", "user_homes.city_id"}
