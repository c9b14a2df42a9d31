"""The first tables

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# Keys that close a circle among tables: SQLite takes them with the table, others once all tables are there.
CLOSING_KEYS = (
    ("cities", "department_id", "organisations"),
    ("cities", "owner_id", "users"),
    ("users", "department_id", "organisations"),
    ("cooperation_areas", "department_id", "organisations"),
    ("cooperation_areas", "owner_id", "users"),
    ("organisations", "department_id", "organisations"),
    ("organisations", "owner_id", "users"),
    ("partnerships", "department_id", "organisations"),
    ("partnerships", "owner_id", "users"),
    ("people", "department_id", "organisations"),
    ("people", "owner_id", "users"),
    ("visits", "department_id", "organisations"),
    ("visits", "owner_id", "users"),
    ("agreements", "department_id", "organisations"),
    ("agreements", "owner_id", "users"),
    ("briefs", "department_id", "organisations"),
    ("briefs", "owner_id", "users"),
    ("documents", "department_id", "organisations"),
    ("documents", "owner_id", "users"),
)


def upgrade() -> None:
    op.create_table(
        "cities",
        sa.Column("name_ko", sa.String(length=200), nullable=True),
        sa.Column("name_en", sa.String(length=200), nullable=True),
        sa.Column("name_local", sa.String(length=200), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("subdivision", sa.String(length=200), nullable=True),
        sa.Column(
            "level",
            sa.Enum(
                "city",
                "metropolitan",
                "province",
                "state",
                "prefecture",
                "county",
                "district",
                "ward",
                "town",
                "village",
                "territory",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("zone", sa.String(length=60), nullable=True),
        sa.Column("website", sa.String(length=500), nullable=True),
        sa.Column("wikidata", sa.String(length=20), nullable=True),
        sa.Column("is_home", sa.Boolean(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_cities_latitude_range")),
        sa.CheckConstraint("length(country) = 2", name=op.f("ck_cities_country_code")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_cities_longitude_range")),
        sa.CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name=op.f("ck_cities_name_given")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_cities_not_its_own_parent")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["organisations.id"], name=op.f("fk_cities_department_id_organisations"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_cities_home_id_cities")),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_cities_owner_id_users"), use_alter=True),
        sa.ForeignKeyConstraint(["parent_id"], ["cities.id"], name=op.f("fk_cities_parent_id_cities")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cities")),
        sa.UniqueConstraint("reference", name=op.f("uq_cities_reference")),
    )
    with op.batch_alter_table("cities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cities_country"), ["country"], unique=False)
        batch_op.create_index(batch_op.f("ix_cities_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cities_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cities_name_en"), ["name_en"], unique=False)
        batch_op.create_index(batch_op.f("ix_cities_name_ko"), ["name_ko"], unique=False)
        batch_op.create_index(batch_op.f("ix_cities_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cities_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "reference_counters",
        sa.Column("prefix", sa.String(length=3), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", "year", name=op.f("pk_reference_counters")),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempts")),
    )
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_attempts_address"), ["address"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempts_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempts_email"), ["email"], unique=False)

    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "viewer", "officer", "coordinator", name="role", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("is_administrator", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column(
            "density",
            sa.Enum("office", "comfortable", name="density", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "contrast",
            sa.Enum("standard", "high", name="contrast", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("session_key", sa.String(length=64), nullable=False),
        sa.Column("last_signed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_users_email_lower")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["organisations.id"], name=op.f("fk_users_department_id_organisations"), use_alter=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
        sa.UniqueConstraint("reference", name=op.f("uq_users_reference")),
    )
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_users_department_id"), ["department_id"], unique=False)

    op.create_table(
        "audit_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("record_table", sa.String(length=60), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("row_table", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_audit_entries_actor_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
    )
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entries_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entries_at"), ["at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_audit_entries_record_table_record_id"), ["record_table", "record_id"], unique=False
        )

    op.create_table(
        "city_facts",
        sa.Column("city_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "overview",
                "population",
                "area",
                "gdp",
                "budget",
                "administration",
                "council",
                "economy",
                "industry",
                "universities",
                "korean_community",
                "flights",
                "policy",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.Numeric(precision=20, scale=4), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("text_ko", sa.Text(), nullable=True),
        sa.Column("text_en", sa.Text(), nullable=True),
        sa.Column("as_of_words", sa.String(length=60), nullable=True),
        sa.Column("as_of_earliest", sa.Date(), nullable=True),
        sa.Column("as_of_latest", sa.Date(), nullable=True),
        sa.Column("as_of_inferred", sa.Boolean(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "number IS NOT NULL OR text_ko IS NOT NULL OR text_en IS NOT NULL", name=op.f("ck_city_facts_value_given")
        ),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_city_facts_city_id_cities")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city_facts")),
    )
    with op.batch_alter_table("city_facts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_city_facts_as_of_earliest"), ["as_of_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_city_facts_city_id"), ["city_id"], unique=False)

    op.create_table(
        "cooperation_areas",
        sa.Column("name_ko", sa.String(length=120), nullable=True),
        sa.Column("name_en", sa.String(length=120), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sdgs", sa.String(length=60), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name=op.f("ck_cooperation_areas_name_given")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_cooperation_areas_not_its_own_parent")),
        sa.ForeignKeyConstraint(
            ["department_id"],
            ["organisations.id"],
            name=op.f("fk_cooperation_areas_department_id_organisations"),
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_cooperation_areas_home_id_cities")),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_cooperation_areas_owner_id_users"), use_alter=True
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["cooperation_areas.id"], name=op.f("fk_cooperation_areas_parent_id_cooperation_areas")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cooperation_areas")),
        sa.UniqueConstraint("reference", name=op.f("uq_cooperation_areas_reference")),
    )
    with op.batch_alter_table("cooperation_areas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cooperation_areas_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cooperation_areas_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cooperation_areas_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cooperation_areas_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "one_time_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_one_time_links_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_links")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_one_time_links_secret_hash")),
    )
    with op.batch_alter_table("one_time_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_one_time_links_user_id"), ["user_id"], unique=False)

    op.create_table(
        "organisations",
        sa.Column("name_ko", sa.String(length=200), nullable=True),
        sa.Column("name_en", sa.String(length=200), nullable=True),
        sa.Column("name_local", sa.String(length=200), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "department",
                "council",
                "committee",
                "university",
                "museum",
                "public_body",
                "company",
                "mission",
                "international_body",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("website", sa.String(length=500), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name=op.f("ck_organisations_name_given")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_organisations_not_its_own_parent")),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_organisations_city_id_cities")),
        sa.ForeignKeyConstraint(
            ["department_id"],
            ["organisations.id"],
            name=op.f("fk_organisations_department_id_organisations"),
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_organisations_home_id_cities")),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_organisations_owner_id_users"), use_alter=True
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organisations.id"], name=op.f("fk_organisations_parent_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("reference", name=op.f("uq_organisations_reference")),
    )
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisations_city_id"), ["city_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisations_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisations_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisations_name_en"), ["name_en"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisations_name_ko"), ["name_ko"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisations_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisations_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "partnerships",
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("pair_low_id", sa.Integer(), nullable=False),
        sa.Column("pair_high_id", sa.Integer(), nullable=False),
        sa.Column(
            "tier",
            sa.Enum(
                "sister",
                "friendship",
                "cooperation",
                "other",
                "unspecified",
                name="tier",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("home_label", sa.String(length=120), nullable=True),
        sa.Column("partner_label", sa.String(length=120), nullable=True),
        sa.Column(
            "home_status",
            sa.Enum(
                "prospective",
                "active",
                "suspended",
                "ended",
                "unknown",
                name="home_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "partner_status",
            sa.Enum(
                "prospective",
                "active",
                "suspended",
                "ended",
                "unknown",
                name="partner_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_dormant", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("home_id IS NOT NULL", name=op.f("ck_partnerships_home_given")),
        sa.CheckConstraint("pair_low_id < pair_high_id", name=op.f("ck_partnerships_pair_ordered")),
        sa.ForeignKeyConstraint(
            ["department_id"],
            ["organisations.id"],
            name=op.f("fk_partnerships_department_id_organisations"),
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_partnerships_home_id_cities")),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_partnerships_owner_id_users"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["pair_high_id"], ["cities.id"], name=op.f("fk_partnerships_pair_high_id_cities")),
        sa.ForeignKeyConstraint(["pair_low_id"], ["cities.id"], name=op.f("fk_partnerships_pair_low_id_cities")),
        sa.ForeignKeyConstraint(["partner_id"], ["cities.id"], name=op.f("fk_partnerships_partner_id_cities")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnerships")),
        sa.UniqueConstraint("pair_low_id", "pair_high_id", name=op.f("uq_partnerships_pair_low_id_pair_high_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_partnerships_reference")),
    )
    with op.batch_alter_table("partnerships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partnerships_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_partnerships_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_partnerships_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_partnerships_partner_id"), ["partner_id"], unique=False)

    op.create_table(
        "people",
        sa.Column("name_ko", sa.String(length=200), nullable=True),
        sa.Column("name_en", sa.String(length=200), nullable=True),
        sa.Column("name_local", sa.String(length=200), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=True),
        sa.Column("form_of_address_ko", sa.String(length=100), nullable=True),
        sa.Column("form_of_address_en", sa.String(length=100), nullable=True),
        sa.Column("pronunciation", sa.String(length=200), nullable=True),
        sa.Column("languages", sa.String(length=200), nullable=True),
        sa.Column("biography_ko", sa.Text(), nullable=True),
        sa.Column("biography_en", sa.Text(), nullable=True),
        sa.Column("died_words", sa.String(length=60), nullable=True),
        sa.Column("died_earliest", sa.Date(), nullable=True),
        sa.Column("died_latest", sa.Date(), nullable=True),
        sa.Column("died_inferred", sa.Boolean(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=True),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name=op.f("ck_people_name_given")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["organisations.id"], name=op.f("fk_people_department_id_organisations"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_people_home_id_cities")),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_people_owner_id_users"), use_alter=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("reference", name=op.f("uq_people_reference")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_people_died_earliest"), ["died_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_people_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_people_name_en"), ["name_en"], unique=False)
        batch_op.create_index(batch_op.f("ix_people_name_ko"), ["name_ko"], unique=False)
        batch_op.create_index(batch_op.f("ix_people_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "places",
        sa.Column("city_id", sa.Integer(), nullable=False),
        sa.Column("name_ko", sa.String(length=200), nullable=True),
        sa.Column("name_en", sa.String(length=200), nullable=True),
        sa.Column("detail_ko", sa.String(length=300), nullable=True),
        sa.Column("detail_en", sa.String(length=300), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name=op.f("ck_places_name_given")),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_places_city_id_cities")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
    )
    with op.batch_alter_table("places", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_places_city_id"), ["city_id"], unique=False)

    op.create_table(
        "user_homes",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_user_homes_city_id_cities")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_user_homes_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "city_id", name=op.f("pk_user_homes")),
    )
    op.create_table(
        "visits",
        sa.Column(
            "direction",
            sa.Enum(
                "inbound", "outbound", "online", name="direction", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "requested",
                "planned",
                "confirmed",
                "under_way",
                "completed",
                "reported",
                "postponed",
                "cancelled",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("title_ko", sa.String(length=300), nullable=True),
        sa.Column("title_en", sa.String(length=300), nullable=True),
        sa.Column("purpose_ko", sa.Text(), nullable=True),
        sa.Column("purpose_en", sa.Text(), nullable=True),
        sa.Column("outcome_ko", sa.Text(), nullable=True),
        sa.Column("outcome_en", sa.Text(), nullable=True),
        sa.Column("starts_words", sa.String(length=60), nullable=True),
        sa.Column("starts_earliest", sa.Date(), nullable=True),
        sa.Column("starts_latest", sa.Date(), nullable=True),
        sa.Column("starts_inferred", sa.Boolean(), nullable=True),
        sa.Column("ends_words", sa.String(length=60), nullable=True),
        sa.Column("ends_earliest", sa.Date(), nullable=True),
        sa.Column("ends_latest", sa.Date(), nullable=True),
        sa.Column("ends_inferred", sa.Boolean(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column(
            "size_kind",
            sa.Enum("exact", "about", name="size_kind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("size_breakdown", sa.String(length=300), nullable=True),
        sa.Column("budget", sa.Numeric(precision=16, scale=2), nullable=True),
        sa.Column("budget_currency", sa.String(length=3), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("returns_visit_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status <> 'cancelled' OR status_reason IS NOT NULL", name=op.f("ck_visits_cancelling_reasoned")
        ),
        sa.CheckConstraint("home_id IS NOT NULL", name=op.f("ck_visits_home_given")),
        sa.CheckConstraint("returns_visit_id <> id", name=op.f("ck_visits_not_its_own_return")),
        sa.CheckConstraint("size > 0", name=op.f("ck_visits_size_positive")),
        sa.CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_visits_title_given")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["organisations.id"], name=op.f("fk_visits_department_id_organisations"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_visits_home_id_cities")),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_visits_owner_id_users"), use_alter=True),
        sa.ForeignKeyConstraint(["returns_visit_id"], ["visits.id"], name=op.f("fk_visits_returns_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
        sa.UniqueConstraint("reference", name=op.f("uq_visits_reference")),
    )
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visits_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_ends_earliest"), ["ends_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_returns_visit_id"), ["returns_visit_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_starts_earliest"), ["starts_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_status"), ["status"], unique=False)

    op.create_table(
        "delegations",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column(
            "side",
            sa.Enum("home", "partner", "both", name="side", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "city_id IS NOT NULL OR organisation_id IS NOT NULL", name=op.f("ck_delegations_city_or_organisation")
        ),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_delegations_city_id_cities")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_delegations_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_delegations_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
    )
    with op.batch_alter_table("delegations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegations_city_id"), ["city_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_delegations_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_delegations_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "founding_claims",
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("founded_words", sa.String(length=60), nullable=True),
        sa.Column("founded_earliest", sa.Date(), nullable=True),
        sa.Column("founded_latest", sa.Date(), nullable=True),
        sa.Column("founded_inferred", sa.Boolean(), nullable=True),
        sa.Column(
            "tier",
            sa.Enum(
                "sister",
                "friendship",
                "cooperation",
                "other",
                "unspecified",
                name="tier",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("wording", sa.String(length=200), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("is_preferred", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnerships.id"], name=op.f("fk_founding_claims_partnership_id_partnerships")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_founding_claims")),
    )
    with op.batch_alter_table("founding_claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_founding_claims_founded_earliest"), ["founded_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_founding_claims_partnership_id"), ["partnership_id"], unique=False)

    op.create_table(
        "legs",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("arrives_on", sa.Date(), nullable=True),
        sa.Column("departs_on", sa.Date(), nullable=True),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("departs_on >= arrives_on", name=op.f("ck_legs_arrival_first")),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_legs_city_id_cities")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_legs_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legs")),
    )
    with op.batch_alter_table("legs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_legs_city_id"), ["city_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_legs_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "posts",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("title_ko", sa.String(length=200), nullable=True),
        sa.Column("title_en", sa.String(length=200), nullable=True),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("held_from_words", sa.String(length=60), nullable=True),
        sa.Column("held_from_earliest", sa.Date(), nullable=True),
        sa.Column("held_from_latest", sa.Date(), nullable=True),
        sa.Column("held_from_inferred", sa.Boolean(), nullable=True),
        sa.Column("held_to_words", sa.String(length=60), nullable=True),
        sa.Column("held_to_earliest", sa.Date(), nullable=True),
        sa.Column("held_to_latest", sa.Date(), nullable=True),
        sa.Column("held_to_inferred", sa.Boolean(), nullable=True),
        sa.Column("protocol_rank", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("protocol_rank BETWEEN 1 AND 999", name=op.f("ck_posts_protocol_rank_range")),
        sa.CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_posts_title_given")),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_posts_city_id_cities")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_posts_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_posts_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
    )
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posts_city_id"), ["city_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_posts_held_from_earliest"), ["held_from_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_posts_held_to_earliest"), ["held_to_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_posts_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_posts_person_id"), ["person_id"], unique=False)

    op.create_table(
        "visit_partnerships",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnerships.id"], name=op.f("fk_visit_partnerships_partnership_id_partnerships")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_visit_partnerships_visit_id_visits")),
        sa.PrimaryKeyConstraint("visit_id", "partnership_id", name=op.f("pk_visit_partnerships")),
    )
    with op.batch_alter_table("visit_partnerships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_partnerships_partnership_id"), ["partnership_id"], unique=False)

    op.create_table(
        "members",
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "head",
                "member",
                "interpreter",
                "staff",
                "spouse",
                "press",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("language", sa.String(length=60), nullable=True),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("arrival", sa.String(length=200), nullable=True),
        sa.Column("hotel", sa.String(length=200), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("title_ko", sa.String(length=200), nullable=True),
        sa.Column("title_en", sa.String(length=200), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("count > 0", name=op.f("ck_members_count_positive")),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_members_who_given")
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegations.id"], name=op.f("fk_members_delegation_id_delegations")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_members_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
    )
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_members_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_members_person_id"), ["person_id"], unique=False)

    op.create_table(
        "programme_items",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("leg_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "courtesy_call",
                "signing_ceremony",
                "meeting",
                "lecture",
                "site_visit",
                "briefing",
                "luncheon",
                "dinner",
                "reception",
                "ceremony",
                "event",
                "press",
                "transfer",
                "free",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title_ko", sa.String(length=300), nullable=True),
        sa.Column("title_en", sa.String(length=300), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("starts_utc", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_utc", sa.DateTime(timezone=True), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("place_ko", sa.String(length=200), nullable=True),
        sa.Column("place_en", sa.String(length=200), nullable=True),
        sa.Column("host_id", sa.Integer(), nullable=True),
        sa.Column("audience_ko", sa.String(length=300), nullable=True),
        sa.Column("audience_en", sa.String(length=300), nullable=True),
        sa.Column("audience_count", sa.Integer(), nullable=True),
        sa.Column(
            "interpretation",
            sa.Enum(
                "not_stated",
                "none",
                "consecutive",
                "simultaneous",
                name="interpretation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("contents_ko", sa.Text(), nullable=True),
        sa.Column("contents_en", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("audience_count > 0", name=op.f("ck_programme_items_audience_positive")),
        sa.CheckConstraint("ends_at IS NULL OR starts_at IS NOT NULL", name=op.f("ck_programme_items_start_with_end")),
        sa.CheckConstraint("starts_at IS NULL OR day IS NOT NULL", name=op.f("ck_programme_items_day_with_time")),
        sa.CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_programme_items_title_given")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["organisations.id"], name=op.f("fk_programme_items_host_id_organisations")
        ),
        sa.ForeignKeyConstraint(["leg_id"], ["legs.id"], name=op.f("fk_programme_items_leg_id_legs")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_programme_items_place_id_places")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_programme_items_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_items")),
        sa.UniqueConstraint("visit_id", "number", name=op.f("uq_programme_items_visit_id_number")),
    )
    with op.batch_alter_table("programme_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programme_items_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_items_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_items_leg_id"), ["leg_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_items_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_items_starts_utc"), ["starts_utc"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_items_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "agreements",
        sa.Column(
            "kind",
            sa.Enum(
                "declaration",
                "sister_agreement",
                "friendship_agreement",
                "cooperation_agreement",
                "staff_exchange_agreement",
                "protocol",
                "mou",
                "arrangement",
                "loi",
                "action_plan",
                "minutes",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title_ko", sa.String(length=300), nullable=True),
        sa.Column("title_en", sa.String(length=300), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "drafting",
                "negotiating",
                "cleared",
                "signed",
                "in_force",
                "expired",
                "terminated",
                "superseded",
                "abandoned",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("summary_ko", sa.Text(), nullable=True),
        sa.Column("summary_en", sa.Text(), nullable=True),
        sa.Column("signed_words", sa.String(length=60), nullable=True),
        sa.Column("signed_earliest", sa.Date(), nullable=True),
        sa.Column("signed_latest", sa.Date(), nullable=True),
        sa.Column("signed_inferred", sa.Boolean(), nullable=True),
        sa.Column("signing_city_id", sa.Integer(), nullable=True),
        sa.Column("signing_place_ko", sa.String(length=200), nullable=True),
        sa.Column("signing_place_en", sa.String(length=200), nullable=True),
        sa.Column("signed_at_item_id", sa.Integer(), nullable=True),
        sa.Column("effective_words", sa.String(length=60), nullable=True),
        sa.Column("effective_earliest", sa.Date(), nullable=True),
        sa.Column("effective_latest", sa.Date(), nullable=True),
        sa.Column("effective_inferred", sa.Boolean(), nullable=True),
        sa.Column(
            "term_kind",
            sa.Enum(
                "not_stated",
                "months",
                "until_date",
                "until_event",
                "indefinite",
                name="term_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("term_months", sa.Integer(), nullable=True),
        sa.Column("term_until", sa.Date(), nullable=True),
        sa.Column("term_event", sa.String(length=300), nullable=True),
        sa.Column("review_months", sa.Integer(), nullable=True),
        sa.Column(
            "renewal_kind",
            sa.Enum(
                "not_stated",
                "none",
                "automatic",
                "by_agreement",
                name="renewal_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("renewal_months", sa.Integer(), nullable=True),
        sa.Column(
            "notice_kind",
            sa.Enum(
                "not_stated", "none", "months", name="notice_kind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("notice_months", sa.Integer(), nullable=True),
        sa.Column("ends_override", sa.Date(), nullable=True),
        sa.Column("ends_override_reason", sa.String(length=500), nullable=True),
        sa.Column("termination_note", sa.Text(), nullable=True),
        sa.Column("costs_note", sa.Text(), nullable=True),
        sa.Column("disputes_note", sa.Text(), nullable=True),
        sa.Column("legal_effect_note", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(notice_kind = 'months') = (notice_months IS NOT NULL)", name=op.f("ck_agreements_notice_months_with_kind")
        ),
        sa.CheckConstraint(
            "(term_kind = 'months') = (term_months IS NOT NULL)", name=op.f("ck_agreements_term_months_with_kind")
        ),
        sa.CheckConstraint(
            "(term_kind = 'until_date') = (term_until IS NOT NULL)", name=op.f("ck_agreements_term_until_with_kind")
        ),
        sa.CheckConstraint(
            "ends_override IS NULL OR ends_override_reason IS NOT NULL", name=op.f("ck_agreements_override_reasoned")
        ),
        sa.CheckConstraint("home_id IS NOT NULL", name=op.f("ck_agreements_home_given")),
        sa.CheckConstraint("term_months > 0", name=op.f("ck_agreements_term_months_positive")),
        sa.CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_agreements_title_given")),
        sa.ForeignKeyConstraint(
            ["department_id"],
            ["organisations.id"],
            name=op.f("fk_agreements_department_id_organisations"),
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_agreements_home_id_cities")),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_agreements_owner_id_users"), use_alter=True),
        sa.ForeignKeyConstraint(
            ["signed_at_item_id"], ["programme_items.id"], name=op.f("fk_agreements_signed_at_item_id_programme_items")
        ),
        sa.ForeignKeyConstraint(["signing_city_id"], ["cities.id"], name=op.f("fk_agreements_signing_city_id_cities")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
        sa.UniqueConstraint("reference", name=op.f("uq_agreements_reference")),
    )
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreements_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_effective_earliest"), ["effective_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_signed_at_item_id"), ["signed_at_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_signed_earliest"), ["signed_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_signing_city_id"), ["signing_city_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_status"), ["status"], unique=False)

    op.create_table(
        "attendees",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column(
            "side",
            sa.Enum("home", "partner", "both", name="side", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "attendance",
            sa.Enum(
                "invited",
                "confirmed",
                "attended",
                "absent",
                "excused",
                name="attendance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("title_ko", sa.String(length=200), nullable=True),
        sa.Column("title_en", sa.String(length=200), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("count > 0", name=op.f("ck_attendees_count_positive")),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_attendees_who_given")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["programme_items.id"], name=op.f("fk_attendees_item_id_programme_items")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_attendees_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendees")),
    )
    with op.batch_alter_table("attendees", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendees_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendees_person_id"), ["person_id"], unique=False)

    op.create_table(
        "briefs",
        sa.Column(
            "kind",
            sa.Enum("event_summary", name="kind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "edition",
            sa.Enum("internal", "public", name="edition", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by_id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("programme_item_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("home_id IS NOT NULL", name=op.f("ck_briefs_home_given")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["organisations.id"], name=op.f("fk_briefs_department_id_organisations"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_briefs_home_id_cities")),
        sa.ForeignKeyConstraint(["issued_by_id"], ["users.id"], name=op.f("fk_briefs_issued_by_id_users")),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_briefs_owner_id_users"), use_alter=True),
        sa.ForeignKeyConstraint(
            ["programme_item_id"], ["programme_items.id"], name=op.f("fk_briefs_programme_item_id_programme_items")
        ),
        sa.ForeignKeyConstraint(["supersedes_id"], ["briefs.id"], name=op.f("fk_briefs_supersedes_id_briefs")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_briefs_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefs")),
        sa.UniqueConstraint("reference", name=op.f("uq_briefs_reference")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_briefs_supersedes_id")),
    )
    with op.batch_alter_table("briefs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_briefs_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefs_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefs_issued_at"), ["issued_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefs_issued_by_id"), ["issued_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefs_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefs_programme_item_id"), ["programme_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefs_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "ceremony_steps",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("title_ko", sa.String(length=300), nullable=True),
        sa.Column("title_en", sa.String(length=300), nullable=True),
        sa.Column("note", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_ceremony_steps_minutes_positive")),
        sa.CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_ceremony_steps_title_given")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["programme_items.id"], name=op.f("fk_ceremony_steps_item_id_programme_items")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ceremony_steps")),
    )
    with op.batch_alter_table("ceremony_steps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ceremony_steps_item_id"), ["item_id"], unique=False)

    op.create_table(
        "agreement_areas",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreements.id"], name=op.f("fk_agreement_areas_agreement_id_agreements")
        ),
        sa.ForeignKeyConstraint(
            ["area_id"], ["cooperation_areas.id"], name=op.f("fk_agreement_areas_area_id_cooperation_areas")
        ),
        sa.PrimaryKeyConstraint("agreement_id", "area_id", name=op.f("pk_agreement_areas")),
    )
    with op.batch_alter_table("agreement_areas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_areas_area_id"), ["area_id"], unique=False)

    op.create_table(
        "agreement_links",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column(
            "relation",
            sa.Enum(
                "elaborates",
                "amends",
                "supplements",
                "reaffirms",
                "renews",
                "supersedes",
                "implements",
                name="relation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("target_id", sa.Integer(), nullable=True),
        sa.Column("target_text", sa.String(length=300), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(target_id IS NULL) <> (target_text IS NULL)", name=op.f("ck_agreement_links_target_or_text")
        ),
        sa.CheckConstraint("target_id <> agreement_id", name=op.f("ck_agreement_links_not_to_itself")),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreements.id"], name=op.f("fk_agreement_links_agreement_id_agreements")
        ),
        sa.ForeignKeyConstraint(["target_id"], ["agreements.id"], name=op.f("fk_agreement_links_target_id_agreements")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_links")),
    )
    with op.batch_alter_table("agreement_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_links_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_links_target_id"), ["target_id"], unique=False)

    op.create_table(
        "agreement_parties",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column(
            "side",
            sa.Enum("home", "partner", "both", name="side", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(city_id IS NULL) <> (organisation_id IS NULL)", name=op.f("ck_agreement_parties_city_or_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreements.id"], name=op.f("fk_agreement_parties_agreement_id_agreements")
        ),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_agreement_parties_city_id_cities")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_agreement_parties_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_parties")),
    )
    with op.batch_alter_table("agreement_parties", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_parties_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_parties_city_id"), ["city_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_parties_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "agreement_partnerships",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreements.id"], name=op.f("fk_agreement_partnerships_agreement_id_agreements")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnerships.id"], name=op.f("fk_agreement_partnerships_partnership_id_partnerships")
        ),
        sa.PrimaryKeyConstraint("agreement_id", "partnership_id", name=op.f("pk_agreement_partnerships")),
    )
    with op.batch_alter_table("agreement_partnerships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_partnerships_partnership_id"), ["partnership_id"], unique=False)

    op.create_table(
        "commitments",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=True),
        sa.Column("text_ko", sa.Text(), nullable=True),
        sa.Column("text_en", sa.Text(), nullable=True),
        sa.Column(
            "text_basis",
            sa.Enum(
                "as_signed", "as_reported", name="text_basis", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "share_policy",
                "join_body",
                "institutions",
                "staff_exchange",
                "events",
                "consult",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "owed_by",
            sa.Enum("home", "partner", "both", name="owed_by", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("counterpart", sa.String(length=300), nullable=True),
        sa.Column("begins_words", sa.String(length=60), nullable=True),
        sa.Column("begins_earliest", sa.Date(), nullable=True),
        sa.Column("begins_latest", sa.Date(), nullable=True),
        sa.Column("begins_inferred", sa.Boolean(), nullable=True),
        sa.Column("due_words", sa.String(length=60), nullable=True),
        sa.Column("due_earliest", sa.Date(), nullable=True),
        sa.Column("due_latest", sa.Date(), nullable=True),
        sa.Column("due_inferred", sa.Boolean(), nullable=True),
        sa.Column(
            "cadence",
            sa.Enum(
                "not_stated",
                "once",
                "yearly",
                "every_n_years",
                name="cadence",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("cadence_years", sa.Integer(), nullable=True),
        sa.Column("hosts_alternate", sa.Boolean(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("cost_share", sa.String(length=300), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "under_way",
                "fulfilled",
                "dropped",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(cadence = 'every_n_years') = (cadence_years IS NOT NULL)",
            name=op.f("ck_commitments_cadence_years_with_kind"),
        ),
        sa.CheckConstraint(
            "status <> 'dropped' OR status_reason IS NOT NULL", name=op.f("ck_commitments_dropping_reasoned")
        ),
        sa.CheckConstraint(
            "text_basis <> 'as_reported' OR source IS NOT NULL", name=op.f("ck_commitments_report_sourced")
        ),
        sa.CheckConstraint("text_ko IS NOT NULL OR text_en IS NOT NULL", name=op.f("ck_commitments_text_given")),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreements.id"], name=op.f("fk_commitments_agreement_id_agreements")
        ),
        sa.ForeignKeyConstraint(
            ["department_id"], ["organisations.id"], name=op.f("fk_commitments_department_id_organisations")
        ),
        sa.ForeignKeyConstraint(["officer_id"], ["users.id"], name=op.f("fk_commitments_officer_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sa.UniqueConstraint("agreement_id", "number", name=op.f("uq_commitments_agreement_id_number")),
    )
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitments_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitments_begins_earliest"), ["begins_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitments_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitments_due_earliest"), ["due_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitments_officer_id"), ["officer_id"], unique=False)

    op.create_table(
        "documents",
        sa.Column(
            "kind",
            sa.Enum(
                "agreement_text",
                "draft",
                "letter",
                "biography",
                "city_profile",
                "minutes",
                "report",
                "press",
                "presentation",
                "photo",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title_ko", sa.String(length=300), nullable=True),
        sa.Column("title_en", sa.String(length=300), nullable=True),
        sa.Column("language", sa.String(length=12), nullable=True),
        sa.Column("dated_on_words", sa.String(length=60), nullable=True),
        sa.Column("dated_on_earliest", sa.Date(), nullable=True),
        sa.Column("dated_on_latest", sa.Date(), nullable=True),
        sa.Column("dated_on_inferred", sa.Boolean(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=True),
        sa.Column("media_type", sa.String(length=120), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("partnership_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("programme_item_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("home_id", sa.Integer(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                "restricted",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(file_name IS NULL AND sha256 IS NULL AND size IS NULL AND media_type IS NULL) OR (file_name IS NOT NULL AND sha256 IS NOT NULL AND size IS NOT NULL AND media_type IS NOT NULL)",
            name=op.f("ck_documents_file_complete"),
        ),
        sa.CheckConstraint(
            "CASE WHEN city_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN person_id IS NULL THEN 0 ELSE 1 END + CASE WHEN partnership_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END + CASE WHEN programme_item_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_documents_one_owner"),
        ),
        sa.CheckConstraint("supersedes_id <> id", name=op.f("ck_documents_not_its_own_version")),
        sa.CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_documents_title_given")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name=op.f("fk_documents_agreement_id_agreements")),
        sa.ForeignKeyConstraint(["city_id"], ["cities.id"], name=op.f("fk_documents_city_id_cities")),
        sa.ForeignKeyConstraint(
            ["department_id"],
            ["organisations.id"],
            name=op.f("fk_documents_department_id_organisations"),
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(["home_id"], ["cities.id"], name=op.f("fk_documents_home_id_cities")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_documents_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_documents_owner_id_users"), use_alter=True),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnerships.id"], name=op.f("fk_documents_partnership_id_partnerships")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_documents_person_id_people")),
        sa.ForeignKeyConstraint(
            ["programme_item_id"], ["programme_items.id"], name=op.f("fk_documents_programme_item_id_programme_items")
        ),
        sa.ForeignKeyConstraint(["supersedes_id"], ["documents.id"], name=op.f("fk_documents_supersedes_id_documents")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_documents_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("reference", name=op.f("uq_documents_reference")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_documents_supersedes_id")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_city_id"), ["city_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_dated_on_earliest"), ["dated_on_earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_partnership_id"), ["partnership_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_programme_item_id"), ["programme_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_sha256"), ["sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "partnership_events",
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "proposed",
                "established",
                "tier_changed",
                "suspended",
                "resumed",
                "renewed",
                "ended",
                "succeeded",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "side",
            sa.Enum("home", "partner", "both", name="side", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "tier",
            sa.Enum(
                "sister",
                "friendship",
                "cooperation",
                "other",
                "unspecified",
                name="tier",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("announced_words", sa.String(length=60), nullable=True),
        sa.Column("announced_earliest", sa.Date(), nullable=True),
        sa.Column("announced_latest", sa.Date(), nullable=True),
        sa.Column("announced_inferred", sa.Boolean(), nullable=True),
        sa.Column("decided_words", sa.String(length=60), nullable=True),
        sa.Column("decided_earliest", sa.Date(), nullable=True),
        sa.Column("decided_latest", sa.Date(), nullable=True),
        sa.Column("decided_inferred", sa.Boolean(), nullable=True),
        sa.Column("notified_words", sa.String(length=60), nullable=True),
        sa.Column("notified_earliest", sa.Date(), nullable=True),
        sa.Column("notified_latest", sa.Date(), nullable=True),
        sa.Column("notified_inferred", sa.Boolean(), nullable=True),
        sa.Column("effective_words", sa.String(length=60), nullable=True),
        sa.Column("effective_earliest", sa.Date(), nullable=True),
        sa.Column("effective_latest", sa.Date(), nullable=True),
        sa.Column("effective_inferred", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("basis", sa.String(length=500), nullable=True),
        sa.Column("basis_agreement_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["basis_agreement_id"], ["agreements.id"], name=op.f("fk_partnership_events_basis_agreement_id_agreements")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnerships.id"], name=op.f("fk_partnership_events_partnership_id_partnerships")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership_events")),
    )
    with op.batch_alter_table("partnership_events", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_partnership_events_announced_earliest"), ["announced_earliest"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_partnership_events_basis_agreement_id"), ["basis_agreement_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_partnership_events_decided_earliest"), ["decided_earliest"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_partnership_events_effective_earliest"), ["effective_earliest"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_partnership_events_notified_earliest"), ["notified_earliest"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_partnership_events_partnership_id"), ["partnership_id"], unique=False)

    op.create_table(
        "commitment_areas",
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["area_id"], ["cooperation_areas.id"], name=op.f("fk_commitment_areas_area_id_cooperation_areas")
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitments.id"], name=op.f("fk_commitment_areas_commitment_id_commitments")
        ),
        sa.PrimaryKeyConstraint("commitment_id", "area_id", name=op.f("pk_commitment_areas")),
    )
    with op.batch_alter_table("commitment_areas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitment_areas_area_id"), ["area_id"], unique=False)

    op.create_table(
        "signatures",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("title_ko", sa.String(length=200), nullable=True),
        sa.Column("title_en", sa.String(length=200), nullable=True),
        sa.Column(
            "capacity",
            sa.Enum(
                "own_right",
                "deputy",
                "acting",
                "on_behalf",
                name="capacity",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("on_behalf_of", sa.String(length=200), nullable=True),
        sa.Column("signed_words", sa.String(length=60), nullable=True),
        sa.Column("signed_earliest", sa.Date(), nullable=True),
        sa.Column("signed_latest", sa.Date(), nullable=True),
        sa.Column("signed_inferred", sa.Boolean(), nullable=True),
        sa.Column(
            "manner",
            sa.Enum(
                "in_person",
                "correspondence",
                "remote",
                "not_stated",
                name="manner",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL",
            name=op.f("ck_signatures_signer_given"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreements.id"], name=op.f("fk_signatures_agreement_id_agreements")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["agreement_parties.id"], name=op.f("fk_signatures_party_id_agreement_parties")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_signatures_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatures")),
    )
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signatures_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signatures_party_id"), ["party_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signatures_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signatures_signed_earliest"), ["signed_earliest"], unique=False)
    if op.get_bind().dialect.name != "sqlite":
        for table, column, target in CLOSING_KEYS:
            op.create_foreign_key(f"fk_{table}_{column}_{target}", table, target, [column], ["id"])


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for table, column, target in CLOSING_KEYS:
            op.drop_constraint(f"fk_{table}_{column}_{target}", table, type_="foreignkey")
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signatures_signed_earliest"))
        batch_op.drop_index(batch_op.f("ix_signatures_person_id"))
        batch_op.drop_index(batch_op.f("ix_signatures_party_id"))
        batch_op.drop_index(batch_op.f("ix_signatures_agreement_id"))

    op.drop_table("signatures")
    with op.batch_alter_table("commitment_areas", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitment_areas_area_id"))

    op.drop_table("commitment_areas")
    with op.batch_alter_table("partnership_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partnership_events_partnership_id"))
        batch_op.drop_index(batch_op.f("ix_partnership_events_notified_earliest"))
        batch_op.drop_index(batch_op.f("ix_partnership_events_effective_earliest"))
        batch_op.drop_index(batch_op.f("ix_partnership_events_decided_earliest"))
        batch_op.drop_index(batch_op.f("ix_partnership_events_basis_agreement_id"))
        batch_op.drop_index(batch_op.f("ix_partnership_events_announced_earliest"))

    op.drop_table("partnership_events")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_visit_id"))
        batch_op.drop_index(batch_op.f("ix_documents_sha256"))
        batch_op.drop_index(batch_op.f("ix_documents_programme_item_id"))
        batch_op.drop_index(batch_op.f("ix_documents_person_id"))
        batch_op.drop_index(batch_op.f("ix_documents_partnership_id"))
        batch_op.drop_index(batch_op.f("ix_documents_owner_id"))
        batch_op.drop_index(batch_op.f("ix_documents_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_documents_home_id"))
        batch_op.drop_index(batch_op.f("ix_documents_department_id"))
        batch_op.drop_index(batch_op.f("ix_documents_dated_on_earliest"))
        batch_op.drop_index(batch_op.f("ix_documents_city_id"))
        batch_op.drop_index(batch_op.f("ix_documents_agreement_id"))

    op.drop_table("documents")
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitments_officer_id"))
        batch_op.drop_index(batch_op.f("ix_commitments_due_earliest"))
        batch_op.drop_index(batch_op.f("ix_commitments_department_id"))
        batch_op.drop_index(batch_op.f("ix_commitments_begins_earliest"))
        batch_op.drop_index(batch_op.f("ix_commitments_agreement_id"))

    op.drop_table("commitments")
    with op.batch_alter_table("agreement_partnerships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_partnerships_partnership_id"))

    op.drop_table("agreement_partnerships")
    with op.batch_alter_table("agreement_parties", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_parties_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_parties_city_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_parties_agreement_id"))

    op.drop_table("agreement_parties")
    with op.batch_alter_table("agreement_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_links_target_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_links_agreement_id"))

    op.drop_table("agreement_links")
    with op.batch_alter_table("agreement_areas", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_areas_area_id"))

    op.drop_table("agreement_areas")
    with op.batch_alter_table("ceremony_steps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ceremony_steps_item_id"))

    op.drop_table("ceremony_steps")
    with op.batch_alter_table("briefs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_briefs_visit_id"))
        batch_op.drop_index(batch_op.f("ix_briefs_programme_item_id"))
        batch_op.drop_index(batch_op.f("ix_briefs_owner_id"))
        batch_op.drop_index(batch_op.f("ix_briefs_issued_by_id"))
        batch_op.drop_index(batch_op.f("ix_briefs_issued_at"))
        batch_op.drop_index(batch_op.f("ix_briefs_home_id"))
        batch_op.drop_index(batch_op.f("ix_briefs_department_id"))

    op.drop_table("briefs")
    with op.batch_alter_table("attendees", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendees_person_id"))
        batch_op.drop_index(batch_op.f("ix_attendees_item_id"))

    op.drop_table("attendees")
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreements_status"))
        batch_op.drop_index(batch_op.f("ix_agreements_signing_city_id"))
        batch_op.drop_index(batch_op.f("ix_agreements_signed_earliest"))
        batch_op.drop_index(batch_op.f("ix_agreements_signed_at_item_id"))
        batch_op.drop_index(batch_op.f("ix_agreements_owner_id"))
        batch_op.drop_index(batch_op.f("ix_agreements_home_id"))
        batch_op.drop_index(batch_op.f("ix_agreements_effective_earliest"))
        batch_op.drop_index(batch_op.f("ix_agreements_department_id"))

    op.drop_table("agreements")
    with op.batch_alter_table("programme_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_programme_items_visit_id"))
        batch_op.drop_index(batch_op.f("ix_programme_items_starts_utc"))
        batch_op.drop_index(batch_op.f("ix_programme_items_place_id"))
        batch_op.drop_index(batch_op.f("ix_programme_items_leg_id"))
        batch_op.drop_index(batch_op.f("ix_programme_items_host_id"))
        batch_op.drop_index(batch_op.f("ix_programme_items_day"))

    op.drop_table("programme_items")
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_members_person_id"))
        batch_op.drop_index(batch_op.f("ix_members_delegation_id"))

    op.drop_table("members")
    with op.batch_alter_table("visit_partnerships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_partnerships_partnership_id"))

    op.drop_table("visit_partnerships")
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_posts_person_id"))
        batch_op.drop_index(batch_op.f("ix_posts_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_posts_held_to_earliest"))
        batch_op.drop_index(batch_op.f("ix_posts_held_from_earliest"))
        batch_op.drop_index(batch_op.f("ix_posts_city_id"))

    op.drop_table("posts")
    with op.batch_alter_table("legs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_legs_visit_id"))
        batch_op.drop_index(batch_op.f("ix_legs_city_id"))

    op.drop_table("legs")
    with op.batch_alter_table("founding_claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_founding_claims_partnership_id"))
        batch_op.drop_index(batch_op.f("ix_founding_claims_founded_earliest"))

    op.drop_table("founding_claims")
    with op.batch_alter_table("delegations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegations_visit_id"))
        batch_op.drop_index(batch_op.f("ix_delegations_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_delegations_city_id"))

    op.drop_table("delegations")
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visits_status"))
        batch_op.drop_index(batch_op.f("ix_visits_starts_earliest"))
        batch_op.drop_index(batch_op.f("ix_visits_returns_visit_id"))
        batch_op.drop_index(batch_op.f("ix_visits_owner_id"))
        batch_op.drop_index(batch_op.f("ix_visits_home_id"))
        batch_op.drop_index(batch_op.f("ix_visits_ends_earliest"))
        batch_op.drop_index(batch_op.f("ix_visits_department_id"))

    op.drop_table("visits")
    op.drop_table("user_homes")
    with op.batch_alter_table("places", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_places_city_id"))

    op.drop_table("places")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_owner_id"))
        batch_op.drop_index(batch_op.f("ix_people_name_ko"))
        batch_op.drop_index(batch_op.f("ix_people_name_en"))
        batch_op.drop_index(batch_op.f("ix_people_home_id"))
        batch_op.drop_index(batch_op.f("ix_people_died_earliest"))
        batch_op.drop_index(batch_op.f("ix_people_department_id"))

    op.drop_table("people")
    with op.batch_alter_table("partnerships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partnerships_partner_id"))
        batch_op.drop_index(batch_op.f("ix_partnerships_owner_id"))
        batch_op.drop_index(batch_op.f("ix_partnerships_home_id"))
        batch_op.drop_index(batch_op.f("ix_partnerships_department_id"))

    op.drop_table("partnerships")
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisations_parent_id"))
        batch_op.drop_index(batch_op.f("ix_organisations_owner_id"))
        batch_op.drop_index(batch_op.f("ix_organisations_name_ko"))
        batch_op.drop_index(batch_op.f("ix_organisations_name_en"))
        batch_op.drop_index(batch_op.f("ix_organisations_home_id"))
        batch_op.drop_index(batch_op.f("ix_organisations_department_id"))
        batch_op.drop_index(batch_op.f("ix_organisations_city_id"))

    op.drop_table("organisations")
    with op.batch_alter_table("one_time_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_one_time_links_user_id"))

    op.drop_table("one_time_links")
    with op.batch_alter_table("cooperation_areas", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cooperation_areas_parent_id"))
        batch_op.drop_index(batch_op.f("ix_cooperation_areas_owner_id"))
        batch_op.drop_index(batch_op.f("ix_cooperation_areas_home_id"))
        batch_op.drop_index(batch_op.f("ix_cooperation_areas_department_id"))

    op.drop_table("cooperation_areas")
    with op.batch_alter_table("city_facts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_city_facts_city_id"))
        batch_op.drop_index(batch_op.f("ix_city_facts_as_of_earliest"))

    op.drop_table("city_facts")
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_entries_record_table_record_id"))
        batch_op.drop_index(batch_op.f("ix_audit_entries_at"))
        batch_op.drop_index(batch_op.f("ix_audit_entries_actor_id"))

    op.drop_table("audit_entries")
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_users_department_id"))

    op.drop_table("users")
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempts_email"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempts_at"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempts_address"))

    op.drop_table("sign_in_attempts")
    op.drop_table("reference_counters")
    with op.batch_alter_table("cities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cities_parent_id"))
        batch_op.drop_index(batch_op.f("ix_cities_owner_id"))
        batch_op.drop_index(batch_op.f("ix_cities_name_ko"))
        batch_op.drop_index(batch_op.f("ix_cities_name_en"))
        batch_op.drop_index(batch_op.f("ix_cities_home_id"))
        batch_op.drop_index(batch_op.f("ix_cities_department_id"))
        batch_op.drop_index(batch_op.f("ix_cities_country"))

    op.drop_table("cities")
