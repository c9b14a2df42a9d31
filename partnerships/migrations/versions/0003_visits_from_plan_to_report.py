"""Visits from plan to report

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


BRIEF_KINDS = ('event_summary', 'visit_book', 'my_programme', 'after_action_report')
OWNERS = ('city', 'organisation', 'person', 'partnership', 'agreement', 'visit', 'programme_item')
EVIDENCE = ('visit', 'programme_item', 'further_agreement', 'document')


def _given(names: tuple[str, ...]) -> str:
    return ' + '.join(f'CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END' for name in names)


def _in(values: tuple[str, ...]) -> str:
    return 'kind IN (' + ', '.join(f"'{value}'" for value in values) + ')'


def upgrade() -> None:
    op.create_table('checklist_steps',
    sa.Column('home_id', sa.Integer(), nullable=False),
    sa.Column('direction', sa.Enum('inbound', 'outbound', 'online', name='direction', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('kind', sa.Enum('official', 'working', 'study', 'trade', 'event', 'other', name='kind', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('phase', sa.Enum('preparation', 'follow_up', name='phase', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('title_ko', sa.String(length=300), nullable=True),
    sa.Column('title_en', sa.String(length=300), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('anchor', sa.Enum('arrival', 'departure', name='anchor', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('offset_days', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('title_ko IS NOT NULL OR title_en IS NOT NULL', name=op.f('ck_checklist_steps_title_given')),
    sa.ForeignKeyConstraint(['home_id'], ['cities.id'], name=op.f('fk_checklist_steps_home_id_cities')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_checklist_steps'))
    )
    with op.batch_alter_table('checklist_steps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_checklist_steps_home_id'), ['home_id'], unique=False)

    op.create_table('activities',
    sa.Column('kind', sa.Enum('policy_sharing', 'conference', 'culture', 'sports', 'training', 'trade', 'youth', 'aid', 'session', 'other', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('direction', sa.Enum('received', 'sent', 'mutual', 'not_stated', name='direction', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('title_ko', sa.String(length=300), nullable=True),
    sa.Column('title_en', sa.String(length=300), nullable=True),
    sa.Column('starts_words', sa.String(length=60), nullable=True),
    sa.Column('starts_earliest', sa.Date(), nullable=True),
    sa.Column('starts_latest', sa.Date(), nullable=True),
    sa.Column('starts_inferred', sa.Boolean(), nullable=True),
    sa.Column('ends_words', sa.String(length=60), nullable=True),
    sa.Column('ends_earliest', sa.Date(), nullable=True),
    sa.Column('ends_latest', sa.Date(), nullable=True),
    sa.Column('ends_inferred', sa.Boolean(), nullable=True),
    sa.Column('place_ko', sa.String(length=200), nullable=True),
    sa.Column('place_en', sa.String(length=200), nullable=True),
    sa.Column('home_people', sa.Integer(), nullable=True),
    sa.Column('partner_people', sa.Integer(), nullable=True),
    sa.Column('cost', sa.Numeric(precision=16, scale=2), nullable=True),
    sa.Column('currency', sa.String(length=3), nullable=True),
    sa.Column('outcome_ko', sa.Text(), nullable=True),
    sa.Column('outcome_en', sa.Text(), nullable=True),
    sa.Column('visit_id', sa.Integer(), nullable=True),
    sa.Column('source', sa.String(length=500), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reference', sa.String(length=24), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('department_id', sa.Integer(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('home_id', sa.Integer(), nullable=True),
    sa.Column('is_example', sa.Boolean(), nullable=False),
    sa.Column('disclosure', sa.Enum('public', 'internal', 'restricted', name='disclosure', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('cost IS NULL OR currency IS NOT NULL', name=op.f('ck_activities_currency_with_cost')),
    sa.CheckConstraint('home_id IS NOT NULL', name=op.f('ck_activities_home_given')),
    sa.CheckConstraint('home_people >= 0 AND partner_people >= 0', name=op.f('ck_activities_people_not_negative')),
    sa.CheckConstraint('title_ko IS NOT NULL OR title_en IS NOT NULL', name=op.f('ck_activities_title_given')),
    sa.ForeignKeyConstraint(['department_id'], ['organisations.id'], name=op.f('fk_activities_department_id_organisations')),
    sa.ForeignKeyConstraint(['home_id'], ['cities.id'], name=op.f('fk_activities_home_id_cities')),
    sa.ForeignKeyConstraint(['owner_id'], ['users.id'], name=op.f('fk_activities_owner_id_users')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_activities_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activities')),
    sa.UniqueConstraint('reference', name=op.f('uq_activities_reference'))
    )
    with op.batch_alter_table('activities', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_activities_department_id'), ['department_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_activities_ends_earliest'), ['ends_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_activities_home_id'), ['home_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_activities_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_activities_starts_earliest'), ['starts_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_activities_visit_id'), ['visit_id'], unique=False)

    op.create_table('calendar_feeds',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('scope', sa.Enum('mine', 'visit', 'office', name='scope', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('visit_id', sa.Integer(), nullable=True),
    sa.Column('home_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(scope = 'office') = (home_id IS NOT NULL)", name=op.f('ck_calendar_feeds_home_with_scope')),
    sa.CheckConstraint("(scope = 'visit') = (visit_id IS NOT NULL)", name=op.f('ck_calendar_feeds_visit_with_scope')),
    sa.ForeignKeyConstraint(['home_id'], ['cities.id'], name=op.f('fk_calendar_feeds_home_id_cities')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_calendar_feeds_user_id_users')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_calendar_feeds_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_feeds')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_calendar_feeds_token_hash'))
    )
    with op.batch_alter_table('calendar_feeds', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_calendar_feeds_home_id'), ['home_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_calendar_feeds_user_id'), ['user_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_calendar_feeds_visit_id'), ['visit_id'], unique=False)

    op.create_table('letters',
    sa.Column('kind', sa.Enum('invitation', 'thanks', 'congratulation', 'condolence', 'proposal', 'reply', 'other', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status', sa.Enum('to_write', 'drafted', 'sent', 'received', 'dropped', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('title_ko', sa.String(length=300), nullable=True),
    sa.Column('title_en', sa.String(length=300), nullable=True),
    sa.Column('sender_id', sa.Integer(), nullable=True),
    sa.Column('sender_told', sa.String(length=200), nullable=True),
    sa.Column('addressee_id', sa.Integer(), nullable=True),
    sa.Column('addressee_organisation_id', sa.Integer(), nullable=True),
    sa.Column('addressee_told', sa.String(length=200), nullable=True),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('visit_id', sa.Integer(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('dated_on_words', sa.String(length=60), nullable=True),
    sa.Column('dated_on_earliest', sa.Date(), nullable=True),
    sa.Column('dated_on_latest', sa.Date(), nullable=True),
    sa.Column('dated_on_inferred', sa.Boolean(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reference', sa.String(length=24), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('department_id', sa.Integer(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('home_id', sa.Integer(), nullable=True),
    sa.Column('is_example', sa.Boolean(), nullable=False),
    sa.Column('disclosure', sa.Enum('public', 'internal', 'restricted', name='disclosure', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("status NOT IN ('sent', 'received') OR dated_on_words IS NOT NULL", name=op.f('ck_letters_sent_with_date')),
    sa.CheckConstraint('home_id IS NOT NULL', name=op.f('ck_letters_home_given')),
    sa.CheckConstraint('title_ko IS NOT NULL OR title_en IS NOT NULL', name=op.f('ck_letters_title_given')),
    sa.ForeignKeyConstraint(['addressee_id'], ['people.id'], name=op.f('fk_letters_addressee_id_people')),
    sa.ForeignKeyConstraint(['addressee_organisation_id'], ['organisations.id'], name=op.f('fk_letters_addressee_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['department_id'], ['organisations.id'], name=op.f('fk_letters_department_id_organisations')),
    sa.ForeignKeyConstraint(['home_id'], ['cities.id'], name=op.f('fk_letters_home_id_cities')),
    sa.ForeignKeyConstraint(['owner_id'], ['users.id'], name=op.f('fk_letters_owner_id_users')),
    sa.ForeignKeyConstraint(['partner_id'], ['cities.id'], name=op.f('fk_letters_partner_id_cities')),
    sa.ForeignKeyConstraint(['sender_id'], ['people.id'], name=op.f('fk_letters_sender_id_people')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_letters_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letters')),
    sa.UniqueConstraint('reference', name=op.f('uq_letters_reference'))
    )
    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_letters_addressee_id'), ['addressee_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_addressee_organisation_id'), ['addressee_organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_dated_on_earliest'), ['dated_on_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_department_id'), ['department_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_due_on'), ['due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_home_id'), ['home_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_partner_id'), ['partner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_sender_id'), ['sender_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_status'), ['status'], unique=False)
        batch_op.create_index(batch_op.f('ix_letters_visit_id'), ['visit_id'], unique=False)

    op.create_table('team_members',
    sa.Column('visit_id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=120), nullable=True),
    sa.Column('duty_ko', sa.String(length=200), nullable=True),
    sa.Column('duty_en', sa.String(length=200), nullable=True),
    sa.Column('phone', sa.String(length=60), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('user_id IS NOT NULL OR name IS NOT NULL', name=op.f('ck_team_members_who_given')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_team_members_user_id_users')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_team_members_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_members'))
    )
    with op.batch_alter_table('team_members', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_team_members_user_id'), ['user_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_team_members_visit_id'), ['visit_id'], unique=False)

    op.create_table('activity_areas',
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('area_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activities.id'], name=op.f('fk_activity_areas_activity_id_activities')),
    sa.ForeignKeyConstraint(['area_id'], ['cooperation_areas.id'], name=op.f('fk_activity_areas_area_id_cooperation_areas')),
    sa.PrimaryKeyConstraint('activity_id', 'area_id', name=op.f('pk_activity_areas'))
    )
    with op.batch_alter_table('activity_areas', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_activity_areas_area_id'), ['area_id'], unique=False)

    op.create_table('activity_cities',
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('city_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activities.id'], name=op.f('fk_activity_cities_activity_id_activities')),
    sa.ForeignKeyConstraint(['city_id'], ['cities.id'], name=op.f('fk_activity_cities_city_id_cities')),
    sa.PrimaryKeyConstraint('activity_id', 'city_id', name=op.f('pk_activity_cities'))
    )
    with op.batch_alter_table('activity_cities', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_activity_cities_city_id'), ['city_id'], unique=False)

    op.create_table('activity_partnerships',
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('partnership_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activities.id'], name=op.f('fk_activity_partnerships_activity_id_activities')),
    sa.ForeignKeyConstraint(['partnership_id'], ['partnerships.id'], name=op.f('fk_activity_partnerships_partnership_id_partnerships')),
    sa.PrimaryKeyConstraint('activity_id', 'partnership_id', name=op.f('pk_activity_partnerships'))
    )
    with op.batch_alter_table('activity_partnerships', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_activity_partnerships_partnership_id'), ['partnership_id'], unique=False)

    op.create_table('anticipated_questions',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('question_ko', sa.Text(), nullable=True),
    sa.Column('question_en', sa.Text(), nullable=True),
    sa.Column('answer_ko', sa.Text(), nullable=True),
    sa.Column('answer_en', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('question_ko IS NOT NULL OR question_en IS NOT NULL', name=op.f('ck_anticipated_questions_question_given')),
    sa.ForeignKeyConstraint(['item_id'], ['programme_items.id'], name=op.f('fk_anticipated_questions_item_id_programme_items')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_anticipated_questions'))
    )
    with op.batch_alter_table('anticipated_questions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_anticipated_questions_item_id'), ['item_id'], unique=False)

    op.create_table('gifts',
    sa.Column('way', sa.Enum('given', 'received', name='way', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('title_ko', sa.String(length=300), nullable=True),
    sa.Column('title_en', sa.String(length=300), nullable=True),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('value', sa.Numeric(precision=16, scale=2), nullable=True),
    sa.Column('currency', sa.String(length=3), nullable=True),
    sa.Column('is_estimated', sa.Boolean(), nullable=False),
    sa.Column('happened_words', sa.String(length=60), nullable=True),
    sa.Column('happened_earliest', sa.Date(), nullable=True),
    sa.Column('happened_latest', sa.Date(), nullable=True),
    sa.Column('happened_inferred', sa.Boolean(), nullable=True),
    sa.Column('giver_id', sa.Integer(), nullable=True),
    sa.Column('giver_told', sa.String(length=200), nullable=True),
    sa.Column('receiver_id', sa.Integer(), nullable=True),
    sa.Column('receiver_told', sa.String(length=200), nullable=True),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('visit_id', sa.Integer(), nullable=True),
    sa.Column('item_id', sa.Integer(), nullable=True),
    sa.Column('occasion', sa.String(length=300), nullable=True),
    sa.Column('kept_at', sa.String(length=200), nullable=True),
    sa.Column('declaration', sa.Enum('not_stated', 'not_required', 'required', 'declared', name='declaration', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('declared_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reference', sa.String(length=24), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('department_id', sa.Integer(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('home_id', sa.Integer(), nullable=True),
    sa.Column('is_example', sa.Boolean(), nullable=False),
    sa.Column('disclosure', sa.Enum('public', 'internal', 'restricted', name='disclosure', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(declaration = 'declared') = (declared_on IS NOT NULL)", name=op.f('ck_gifts_declared_with_day')),
    sa.CheckConstraint('home_id IS NOT NULL', name=op.f('ck_gifts_home_given')),
    sa.CheckConstraint('quantity > 0', name=op.f('ck_gifts_quantity_positive')),
    sa.CheckConstraint('title_ko IS NOT NULL OR title_en IS NOT NULL', name=op.f('ck_gifts_title_given')),
    sa.CheckConstraint('value IS NULL OR currency IS NOT NULL', name=op.f('ck_gifts_currency_with_value')),
    sa.ForeignKeyConstraint(['department_id'], ['organisations.id'], name=op.f('fk_gifts_department_id_organisations')),
    sa.ForeignKeyConstraint(['giver_id'], ['people.id'], name=op.f('fk_gifts_giver_id_people')),
    sa.ForeignKeyConstraint(['home_id'], ['cities.id'], name=op.f('fk_gifts_home_id_cities')),
    sa.ForeignKeyConstraint(['item_id'], ['programme_items.id'], name=op.f('fk_gifts_item_id_programme_items')),
    sa.ForeignKeyConstraint(['owner_id'], ['users.id'], name=op.f('fk_gifts_owner_id_users')),
    sa.ForeignKeyConstraint(['partner_id'], ['cities.id'], name=op.f('fk_gifts_partner_id_cities')),
    sa.ForeignKeyConstraint(['receiver_id'], ['people.id'], name=op.f('fk_gifts_receiver_id_people')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_gifts_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gifts')),
    sa.UniqueConstraint('reference', name=op.f('uq_gifts_reference'))
    )
    with op.batch_alter_table('gifts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_gifts_department_id'), ['department_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_giver_id'), ['giver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_happened_earliest'), ['happened_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_home_id'), ['home_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_item_id'), ['item_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_partner_id'), ['partner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_receiver_id'), ['receiver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gifts_visit_id'), ['visit_id'], unique=False)

    op.create_table('item_notes',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('client_key', sa.String(length=36), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['by_id'], ['users.id'], name=op.f('fk_item_notes_by_id_users')),
    sa.ForeignKeyConstraint(['item_id'], ['programme_items.id'], name=op.f('fk_item_notes_item_id_programme_items')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_notes')),
    sa.UniqueConstraint('client_key', name=op.f('uq_item_notes_client_key'))
    )
    with op.batch_alter_table('item_notes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_notes_by_id'), ['by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_item_notes_item_id'), ['item_id'], unique=False)

    op.create_table('talking_points',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('likelihood', sa.Enum('certain', 'possible', 'defensive', name='likelihood', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('topic_ko', sa.String(length=300), nullable=True),
    sa.Column('topic_en', sa.String(length=300), nullable=True),
    sa.Column('point_ko', sa.Text(), nullable=True),
    sa.Column('point_en', sa.Text(), nullable=True),
    sa.Column('background_ko', sa.Text(), nullable=True),
    sa.Column('background_en', sa.Text(), nullable=True),
    sa.Column('raised', sa.Boolean(), nullable=True),
    sa.Column('reply_ko', sa.Text(), nullable=True),
    sa.Column('reply_en', sa.Text(), nullable=True),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('topic_ko IS NOT NULL OR topic_en IS NOT NULL', name=op.f('ck_talking_points_topic_given')),
    sa.ForeignKeyConstraint(['item_id'], ['programme_items.id'], name=op.f('fk_talking_points_item_id_programme_items')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_talking_points'))
    )
    with op.batch_alter_table('talking_points', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_talking_points_item_id'), ['item_id'], unique=False)

    op.create_table('tasks',
    sa.Column('visit_id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=True),
    sa.Column('step_id', sa.Integer(), nullable=True),
    sa.Column('phase', sa.Enum('preparation', 'follow_up', name='phase', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('title_ko', sa.String(length=300), nullable=True),
    sa.Column('title_en', sa.String(length=300), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('department_id', sa.Integer(), nullable=True),
    sa.Column('anchor', sa.Enum('arrival', 'departure', name='anchor', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('offset_days', sa.Integer(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('status', sa.Enum('open', 'done', 'dropped', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status_reason', sa.Text(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("status <> 'dropped' OR status_reason IS NOT NULL", name=op.f('ck_tasks_dropping_reasoned')),
    sa.CheckConstraint('(anchor IS NULL) = (offset_days IS NULL)', name=op.f('ck_tasks_offset_with_anchor')),
    sa.CheckConstraint('title_ko IS NOT NULL OR title_en IS NOT NULL', name=op.f('ck_tasks_title_given')),
    sa.ForeignKeyConstraint(['department_id'], ['organisations.id'], name=op.f('fk_tasks_department_id_organisations')),
    sa.ForeignKeyConstraint(['item_id'], ['programme_items.id'], name=op.f('fk_tasks_item_id_programme_items')),
    sa.ForeignKeyConstraint(['owner_id'], ['users.id'], name=op.f('fk_tasks_owner_id_users')),
    sa.ForeignKeyConstraint(['step_id'], ['checklist_steps.id'], name=op.f('fk_tasks_step_id_checklist_steps')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_tasks_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tasks'))
    )
    with op.batch_alter_table('tasks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tasks_department_id'), ['department_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_due_on'), ['due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_item_id'), ['item_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_status'), ['status'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_step_id'), ['step_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_visit_id'), ['visit_id'], unique=False)

    op.create_table('outcomes',
    sa.Column('visit_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=True),
    sa.Column('point_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.Enum('agreed', 'promised', 'proposed', 'learned', 'other', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('owed_by', sa.Enum('home', 'partner', 'both', name='owed_by', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('text_ko', sa.Text(), nullable=True),
    sa.Column('text_en', sa.Text(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('commitment_id', sa.Integer(), nullable=True),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('activity_id', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('text_ko IS NOT NULL OR text_en IS NOT NULL', name=op.f('ck_outcomes_text_given')),
    sa.ForeignKeyConstraint(['activity_id'], ['activities.id'], name=op.f('fk_outcomes_activity_id_activities')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitments.id'], name=op.f('fk_outcomes_commitment_id_commitments')),
    sa.ForeignKeyConstraint(['item_id'], ['programme_items.id'], name=op.f('fk_outcomes_item_id_programme_items')),
    sa.ForeignKeyConstraint(['point_id'], ['talking_points.id'], name=op.f('fk_outcomes_point_id_talking_points')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_outcomes_task_id_tasks')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_outcomes_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outcomes')),
    sa.UniqueConstraint('visit_id', 'number', name=op.f('uq_outcomes_visit_id_number'))
    )
    with op.batch_alter_table('outcomes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outcomes_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outcomes_commitment_id'), ['commitment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outcomes_item_id'), ['item_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outcomes_point_id'), ['point_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outcomes_task_id'), ['task_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outcomes_visit_id'), ['visit_id'], unique=False)

    with op.batch_alter_table('attendees', schema=None) as batch_op:
        batch_op.add_column(sa.Column('member_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('seat', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('noted_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_check_constraint(op.f('ck_attendees_seat_positive'), 'seat > 0')
        batch_op.create_index(batch_op.f('ix_attendees_member_id'), ['member_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_attendees_member_id_members'), 'members', ['member_id'], ['id'])

    with op.batch_alter_table('briefs', schema=None) as batch_op:
        batch_op.add_column(sa.Column('member_id', sa.Integer(), nullable=True))
        batch_op.drop_constraint(op.f('ck_briefs_kind'), type_='check')
        batch_op.create_check_constraint(op.f('ck_briefs_kind'), _in(BRIEF_KINDS))
        batch_op.create_index(batch_op.f('ix_briefs_member_id'), ['member_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_briefs_member_id_members'), 'members', ['member_id'], ['id'])

    with op.batch_alter_table('commitments', schema=None) as batch_op:
        batch_op.add_column(sa.Column('visit_id', sa.Integer(), nullable=True))
        batch_op.alter_column('agreement_id',
               existing_type=sa.INTEGER(),
               nullable=True)
        batch_op.create_check_constraint(
            op.f('ck_commitments_one_source'), '(agreement_id IS NULL) <> (visit_id IS NULL)'
        )
        batch_op.create_index(batch_op.f('ix_commitments_visit_id'), ['visit_id'], unique=False)
        batch_op.create_unique_constraint(batch_op.f('uq_commitments_visit_id_number'), ['visit_id', 'number'])
        batch_op.create_foreign_key(batch_op.f('fk_commitments_visit_id_visits'), 'visits', ['visit_id'], ['id'])

    with op.batch_alter_table('documents', schema=None) as batch_op:
        batch_op.add_column(sa.Column('activity_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('gift_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('letter_id', sa.Integer(), nullable=True))
        batch_op.drop_constraint(op.f('ck_documents_one_owner'), type_='check')
        batch_op.create_check_constraint(
            op.f('ck_documents_one_owner'), _given((*OWNERS, 'activity', 'gift', 'letter')) + ' = 1'
        )
        batch_op.create_index(batch_op.f('ix_documents_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_documents_gift_id'), ['gift_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_documents_letter_id'), ['letter_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_documents_letter_id_letters'), 'letters', ['letter_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_documents_activity_id_activities'), 'activities', ['activity_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_documents_gift_id_gifts'), 'gifts', ['gift_id'], ['id'])

    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.add_column(sa.Column('activity_id', sa.Integer(), nullable=True))
        batch_op.drop_constraint(op.f('ck_evidence_record_or_words'), type_='check')
        batch_op.create_check_constraint(
            op.f('ck_evidence_record_or_words'),
            _given((*EVIDENCE, 'activity')) + ' = CASE WHEN told_ko IS NULL AND told_en IS NULL THEN 1 ELSE 0 END',
        )
        batch_op.create_index(batch_op.f('ix_evidence_activity_id'), ['activity_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_evidence_activity_id_activities'), 'activities', ['activity_id'], ['id'])

    with op.batch_alter_table('legs', schema=None) as batch_op:
        batch_op.add_column(sa.Column('arrives_at', sa.Time(), nullable=True))
        batch_op.add_column(sa.Column('departs_at', sa.Time(), nullable=True))
        batch_op.add_column(sa.Column('arrives_by', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('departs_by', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('hotel', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('counterpart_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('note', sa.Text(), nullable=True))
        batch_op.create_index(batch_op.f('ix_legs_counterpart_id'), ['counterpart_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_legs_counterpart_id_organisations'), 'organisations', ['counterpart_id'], ['id'])

    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.add_column(sa.Column('departure', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('consented_on', sa.Date(), nullable=True))

    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.add_column(sa.Column('latitude', sa.Double(), nullable=True))
        batch_op.add_column(sa.Column('longitude', sa.Double(), nullable=True))
        batch_op.create_check_constraint(op.f('ck_places_latitude_range'), 'latitude BETWEEN -90 AND 90')
        batch_op.create_check_constraint(op.f('ck_places_longitude_range'), 'longitude BETWEEN -180 AND 180')

    with op.batch_alter_table('programme_items', schema=None) as batch_op:
        batch_op.add_column(sa.Column('host_person_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('travel_minutes', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('seating', sa.Enum('none', 'facing', 'u_shape', 'round', 'theatre', name='seating', native_enum=False, create_constraint=True, length=40), nullable=False, server_default='none'))
        batch_op.add_column(sa.Column('materials_ko', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('materials_en', sa.Text(), nullable=True))
        batch_op.create_check_constraint(op.f('ck_programme_items_travel_not_negative'), 'travel_minutes >= 0')
        batch_op.create_index(batch_op.f('ix_programme_items_host_person_id'), ['host_person_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_programme_items_host_person_id_people'), 'people', ['host_person_id'], ['id'])

    with op.batch_alter_table('visits', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.Enum('official', 'working', 'study', 'trade', 'event', 'other', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False, server_default='official'))
        batch_op.add_column(sa.Column('travel_order', sa.String(length=100), nullable=True))
        batch_op.add_column(sa.Column('travel_ordered_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('assessment_ko', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('assessment_en', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('report_due_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('reported_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('return_owed', sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column('personal_data_erased_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('copied_from_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_visits_copied_from_id'), ['copied_from_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_visits_copied_from_id_visits'), 'visits', ['copied_from_id'], ['id'])

    with op.batch_alter_table('programme_items', schema=None) as batch_op:
        batch_op.alter_column('seating', server_default=None)
    with op.batch_alter_table('visits', schema=None) as batch_op:
        batch_op.alter_column('kind', server_default=None)


def downgrade() -> None:
    # What the older version has no place for goes: papers, promises and files of the new kinds.
    op.drop_table('outcomes')
    op.execute("UPDATE briefs SET supersedes_id = NULL WHERE kind <> 'event_summary'")
    op.execute("DELETE FROM briefs WHERE kind <> 'event_summary'")
    op.execute('DELETE FROM evidence WHERE activity_id IS NOT NULL')
    promises = 'SELECT id FROM commitments WHERE agreement_id IS NULL'
    papers = 'SELECT id FROM documents WHERE activity_id IS NOT NULL OR gift_id IS NOT NULL OR letter_id IS NOT NULL'
    op.execute(f'DELETE FROM evidence WHERE commitment_id IN ({promises}) OR document_id IN ({papers})')
    op.execute(f'DELETE FROM commitment_areas WHERE commitment_id IN ({promises})')
    op.execute('DELETE FROM commitments WHERE agreement_id IS NULL')
    op.execute('UPDATE documents SET supersedes_id = NULL WHERE activity_id IS NOT NULL OR gift_id IS NOT NULL OR letter_id IS NOT NULL')
    op.execute(f'DELETE FROM documents WHERE id IN ({papers})')

    with op.batch_alter_table('visits', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_visits_copied_from_id_visits'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_visits_copied_from_id'))
        batch_op.drop_column('copied_from_id')
        batch_op.drop_column('personal_data_erased_at')
        batch_op.drop_column('return_owed')
        batch_op.drop_column('reported_on')
        batch_op.drop_column('report_due_on')
        batch_op.drop_column('assessment_en')
        batch_op.drop_column('assessment_ko')
        batch_op.drop_column('travel_ordered_on')
        batch_op.drop_column('travel_order')
        batch_op.drop_constraint(op.f('ck_visits_kind'), type_='check')
        batch_op.drop_column('kind')

    with op.batch_alter_table('programme_items', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_programme_items_host_person_id_people'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_programme_items_host_person_id'))
        batch_op.drop_column('materials_en')
        batch_op.drop_column('materials_ko')
        batch_op.drop_constraint(op.f('ck_programme_items_seating'), type_='check')
        batch_op.drop_constraint(op.f('ck_programme_items_travel_not_negative'), type_='check')
        batch_op.drop_column('seating')
        batch_op.drop_column('travel_minutes')
        batch_op.drop_column('host_person_id')

    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_places_latitude_range'), type_='check')
        batch_op.drop_constraint(op.f('ck_places_longitude_range'), type_='check')
        batch_op.drop_column('longitude')
        batch_op.drop_column('latitude')

    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.drop_column('consented_on')
        batch_op.drop_column('departure')

    with op.batch_alter_table('legs', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_legs_counterpart_id_organisations'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_legs_counterpart_id'))
        batch_op.drop_column('note')
        batch_op.drop_column('counterpart_id')
        batch_op.drop_column('hotel')
        batch_op.drop_column('departs_by')
        batch_op.drop_column('arrives_by')
        batch_op.drop_column('departs_at')
        batch_op.drop_column('arrives_at')

    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_evidence_activity_id_activities'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_evidence_activity_id'))
        batch_op.drop_constraint(op.f('ck_evidence_record_or_words'), type_='check')
        batch_op.create_check_constraint(
            op.f('ck_evidence_record_or_words'),
            _given(EVIDENCE) + ' = CASE WHEN told_ko IS NULL AND told_en IS NULL THEN 1 ELSE 0 END',
        )
        batch_op.drop_column('activity_id')

    with op.batch_alter_table('documents', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_documents_gift_id_gifts'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_documents_activity_id_activities'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_documents_letter_id_letters'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_documents_letter_id'))
        batch_op.drop_index(batch_op.f('ix_documents_gift_id'))
        batch_op.drop_index(batch_op.f('ix_documents_activity_id'))
        batch_op.drop_constraint(op.f('ck_documents_one_owner'), type_='check')
        batch_op.create_check_constraint(op.f('ck_documents_one_owner'), _given(OWNERS) + ' = 1')
        batch_op.drop_column('letter_id')
        batch_op.drop_column('gift_id')
        batch_op.drop_column('activity_id')

    with op.batch_alter_table('commitments', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_commitments_visit_id_visits'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_commitments_visit_id_number'), type_='unique')
        batch_op.drop_constraint(op.f('ck_commitments_one_source'), type_='check')
        batch_op.drop_index(batch_op.f('ix_commitments_visit_id'))
        batch_op.alter_column('agreement_id',
               existing_type=sa.INTEGER(),
               nullable=False)
        batch_op.drop_column('visit_id')

    with op.batch_alter_table('briefs', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_briefs_member_id_members'), type_='foreignkey')
        batch_op.drop_constraint(op.f('ck_briefs_kind'), type_='check')
        batch_op.create_check_constraint(op.f('ck_briefs_kind'), _in(BRIEF_KINDS[:1]))
        batch_op.drop_index(batch_op.f('ix_briefs_member_id'))
        batch_op.drop_column('member_id')

    with op.batch_alter_table('attendees', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_attendees_member_id_members'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_attendees_member_id'))
        batch_op.drop_constraint(op.f('ck_attendees_seat_positive'), type_='check')
        batch_op.drop_column('noted_at')
        batch_op.drop_column('seat')
        batch_op.drop_column('member_id')

    with op.batch_alter_table('tasks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_tasks_visit_id'))
        batch_op.drop_index(batch_op.f('ix_tasks_step_id'))
        batch_op.drop_index(batch_op.f('ix_tasks_status'))
        batch_op.drop_index(batch_op.f('ix_tasks_owner_id'))
        batch_op.drop_index(batch_op.f('ix_tasks_item_id'))
        batch_op.drop_index(batch_op.f('ix_tasks_due_on'))
        batch_op.drop_index(batch_op.f('ix_tasks_department_id'))

    op.drop_table('tasks')
    with op.batch_alter_table('talking_points', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_talking_points_item_id'))

    op.drop_table('talking_points')
    with op.batch_alter_table('item_notes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_notes_item_id'))
        batch_op.drop_index(batch_op.f('ix_item_notes_by_id'))

    op.drop_table('item_notes')
    with op.batch_alter_table('gifts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_gifts_visit_id'))
        batch_op.drop_index(batch_op.f('ix_gifts_receiver_id'))
        batch_op.drop_index(batch_op.f('ix_gifts_partner_id'))
        batch_op.drop_index(batch_op.f('ix_gifts_owner_id'))
        batch_op.drop_index(batch_op.f('ix_gifts_item_id'))
        batch_op.drop_index(batch_op.f('ix_gifts_home_id'))
        batch_op.drop_index(batch_op.f('ix_gifts_happened_earliest'))
        batch_op.drop_index(batch_op.f('ix_gifts_giver_id'))
        batch_op.drop_index(batch_op.f('ix_gifts_department_id'))

    op.drop_table('gifts')
    with op.batch_alter_table('anticipated_questions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_anticipated_questions_item_id'))

    op.drop_table('anticipated_questions')
    with op.batch_alter_table('activity_partnerships', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_activity_partnerships_partnership_id'))

    op.drop_table('activity_partnerships')
    with op.batch_alter_table('activity_cities', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_activity_cities_city_id'))

    op.drop_table('activity_cities')
    with op.batch_alter_table('activity_areas', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_activity_areas_area_id'))

    op.drop_table('activity_areas')
    with op.batch_alter_table('team_members', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_team_members_visit_id'))
        batch_op.drop_index(batch_op.f('ix_team_members_user_id'))

    op.drop_table('team_members')
    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_letters_visit_id'))
        batch_op.drop_index(batch_op.f('ix_letters_status'))
        batch_op.drop_index(batch_op.f('ix_letters_sender_id'))
        batch_op.drop_index(batch_op.f('ix_letters_partner_id'))
        batch_op.drop_index(batch_op.f('ix_letters_owner_id'))
        batch_op.drop_index(batch_op.f('ix_letters_home_id'))
        batch_op.drop_index(batch_op.f('ix_letters_due_on'))
        batch_op.drop_index(batch_op.f('ix_letters_department_id'))
        batch_op.drop_index(batch_op.f('ix_letters_dated_on_earliest'))
        batch_op.drop_index(batch_op.f('ix_letters_addressee_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_letters_addressee_id'))

    op.drop_table('letters')
    with op.batch_alter_table('calendar_feeds', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_calendar_feeds_visit_id'))
        batch_op.drop_index(batch_op.f('ix_calendar_feeds_user_id'))
        batch_op.drop_index(batch_op.f('ix_calendar_feeds_home_id'))

    op.drop_table('calendar_feeds')
    with op.batch_alter_table('activities', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_activities_visit_id'))
        batch_op.drop_index(batch_op.f('ix_activities_starts_earliest'))
        batch_op.drop_index(batch_op.f('ix_activities_owner_id'))
        batch_op.drop_index(batch_op.f('ix_activities_home_id'))
        batch_op.drop_index(batch_op.f('ix_activities_ends_earliest'))
        batch_op.drop_index(batch_op.f('ix_activities_department_id'))

    op.drop_table('activities')
    with op.batch_alter_table('checklist_steps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_checklist_steps_home_id'))

    op.drop_table('checklist_steps')
