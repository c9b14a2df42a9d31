"""Lives of ties and agreements

Revision ID: 0002
Revises: 0001
"""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

NOTICE_EFFECT = sa.Enum('non_renewal', 'termination', name='notice_effect', native_enum=False, create_constraint=True, length=40)
DUTY = sa.Enum('binding', 'effort', 'not_stated', name='duty', native_enum=False, create_constraint=True, length=40)
BASIS_KIND = sa.Enum('agreement', 'resolution', 'letter', 'decision', 'other', 'not_stated', name='basis_kind', native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table('city_aliases',
    sa.Column('city_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('language', sa.String(length=12), nullable=True),
    sa.Column('note', sa.String(length=300), nullable=True),
    sa.Column('begins_words', sa.String(length=60), nullable=True),
    sa.Column('begins_earliest', sa.Date(), nullable=True),
    sa.Column('begins_latest', sa.Date(), nullable=True),
    sa.Column('begins_inferred', sa.Boolean(), nullable=True),
    sa.Column('ends_words', sa.String(length=60), nullable=True),
    sa.Column('ends_earliest', sa.Date(), nullable=True),
    sa.Column('ends_latest', sa.Date(), nullable=True),
    sa.Column('ends_inferred', sa.Boolean(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['city_id'], ['cities.id'], name=op.f('fk_city_aliases_city_id_cities')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_city_aliases'))
    )
    with op.batch_alter_table('city_aliases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_city_aliases_begins_earliest'), ['begins_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_city_aliases_city_id'), ['city_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_city_aliases_ends_earliest'), ['ends_earliest'], unique=False)

    op.create_table('city_successions',
    sa.Column('predecessor_id', sa.Integer(), nullable=False),
    sa.Column('successor_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('merged', 'split', 'renamed', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('happened_words', sa.String(length=60), nullable=True),
    sa.Column('happened_earliest', sa.Date(), nullable=True),
    sa.Column('happened_latest', sa.Date(), nullable=True),
    sa.Column('happened_inferred', sa.Boolean(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('source', sa.String(length=500), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('predecessor_id <> successor_id', name=op.f('ck_city_successions_not_to_itself')),
    sa.ForeignKeyConstraint(['predecessor_id'], ['cities.id'], name=op.f('fk_city_successions_predecessor_id_cities')),
    sa.ForeignKeyConstraint(['successor_id'], ['cities.id'], name=op.f('fk_city_successions_successor_id_cities')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_city_successions'))
    )
    with op.batch_alter_table('city_successions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_city_successions_happened_earliest'), ['happened_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_city_successions_predecessor_id'), ['predecessor_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_city_successions_successor_id'), ['successor_id'], unique=False)

    op.create_table('saved_views',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('listing', sa.String(length=60), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('query', sa.Text(), nullable=False),
    sa.Column('shared_with_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('length(name) > 0', name=op.f('ck_saved_views_name_given')),
    sa.ForeignKeyConstraint(['shared_with_id'], ['cities.id'], name=op.f('fk_saved_views_shared_with_id_cities')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_saved_views_user_id_users')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_views')),
    sa.UniqueConstraint('user_id', 'listing', 'name', name=op.f('uq_saved_views_user_id_listing_name'))
    )
    with op.batch_alter_table('saved_views', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_saved_views_listing'), ['listing'], unique=False)
        batch_op.create_index(batch_op.f('ix_saved_views_shared_with_id'), ['shared_with_id'], unique=False)

    op.create_table('tier_labels',
    sa.Column('city_id', sa.Integer(), nullable=False),
    sa.Column('tier', sa.Enum('sister', 'friendship', 'cooperation', 'other', 'unspecified', name='tier', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('label_ko', sa.String(length=120), nullable=True),
    sa.Column('label_en', sa.String(length=120), nullable=True),
    sa.Column('note', sa.String(length=300), nullable=True),
    sa.Column('begins_words', sa.String(length=60), nullable=True),
    sa.Column('begins_earliest', sa.Date(), nullable=True),
    sa.Column('begins_latest', sa.Date(), nullable=True),
    sa.Column('begins_inferred', sa.Boolean(), nullable=True),
    sa.Column('ends_words', sa.String(length=60), nullable=True),
    sa.Column('ends_earliest', sa.Date(), nullable=True),
    sa.Column('ends_latest', sa.Date(), nullable=True),
    sa.Column('ends_inferred', sa.Boolean(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('label_ko IS NOT NULL OR label_en IS NOT NULL', name=op.f('ck_tier_labels_label_given')),
    sa.ForeignKeyConstraint(['city_id'], ['cities.id'], name=op.f('fk_tier_labels_city_id_cities')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tier_labels'))
    )
    with op.batch_alter_table('tier_labels', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tier_labels_begins_earliest'), ['begins_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_tier_labels_city_id'), ['city_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tier_labels_ends_earliest'), ['ends_earliest'], unique=False)

    op.create_table('partnership_labels',
    sa.Column('partnership_id', sa.Integer(), nullable=False),
    sa.Column('side', sa.Enum('home', 'partner', 'both', name='side', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('label', sa.String(length=120), nullable=False),
    sa.Column('source', sa.String(length=500), nullable=True),
    sa.Column('begins_words', sa.String(length=60), nullable=True),
    sa.Column('begins_earliest', sa.Date(), nullable=True),
    sa.Column('begins_latest', sa.Date(), nullable=True),
    sa.Column('begins_inferred', sa.Boolean(), nullable=True),
    sa.Column('ends_words', sa.String(length=60), nullable=True),
    sa.Column('ends_earliest', sa.Date(), nullable=True),
    sa.Column('ends_latest', sa.Date(), nullable=True),
    sa.Column('ends_inferred', sa.Boolean(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['partnership_id'], ['partnerships.id'], name=op.f('fk_partnership_labels_partnership_id_partnerships')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_partnership_labels'))
    )
    with op.batch_alter_table('partnership_labels', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_partnership_labels_begins_earliest'), ['begins_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_partnership_labels_ends_earliest'), ['ends_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_partnership_labels_partnership_id'), ['partnership_id'], unique=False)

    op.create_table('person_aliases',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('language', sa.String(length=12), nullable=True),
    sa.Column('note', sa.String(length=300), nullable=True),
    sa.Column('begins_words', sa.String(length=60), nullable=True),
    sa.Column('begins_earliest', sa.Date(), nullable=True),
    sa.Column('begins_latest', sa.Date(), nullable=True),
    sa.Column('begins_inferred', sa.Boolean(), nullable=True),
    sa.Column('ends_words', sa.String(length=60), nullable=True),
    sa.Column('ends_earliest', sa.Date(), nullable=True),
    sa.Column('ends_latest', sa.Date(), nullable=True),
    sa.Column('ends_inferred', sa.Boolean(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_person_aliases_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person_aliases'))
    )
    with op.batch_alter_table('person_aliases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_aliases_begins_earliest'), ['begins_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_aliases_ends_earliest'), ['ends_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_aliases_person_id'), ['person_id'], unique=False)

    op.create_table('agreement_approvals',
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.Enum('conclude', 'amend', 'renew', 'suspend', 'end', name='purpose', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('body', sa.String(length=200), nullable=True),
    sa.Column('number', sa.String(length=120), nullable=True),
    sa.Column('vote', sa.String(length=120), nullable=True),
    sa.Column('is_required', sa.Boolean(), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('source', sa.String(length=500), nullable=True),
    sa.Column('kind', sa.Enum('legal_review', 'council_consent', 'council_report', 'ministry_consultation', 'ratification', 'promulgation', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('side', sa.Enum('home', 'partner', 'both', name='side', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('result', sa.Enum('pending', 'granted', 'refused', 'withdrawn', name='result', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('requested_words', sa.String(length=60), nullable=True),
    sa.Column('requested_earliest', sa.Date(), nullable=True),
    sa.Column('requested_latest', sa.Date(), nullable=True),
    sa.Column('requested_inferred', sa.Boolean(), nullable=True),
    sa.Column('decided_words', sa.String(length=60), nullable=True),
    sa.Column('decided_earliest', sa.Date(), nullable=True),
    sa.Column('decided_latest', sa.Date(), nullable=True),
    sa.Column('decided_inferred', sa.Boolean(), nullable=True),
    sa.Column('organisation_id', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_agreement_approvals_agreement_id_agreements')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_agreement_approvals_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_approvals'))
    )
    with op.batch_alter_table('agreement_approvals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_approvals_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_approvals_decided_earliest'), ['decided_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_approvals_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_approvals_requested_earliest'), ['requested_earliest'], unique=False)

    op.create_table('agreement_moves',
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('from_status', sa.Enum('drafting', 'negotiating', 'cleared', 'signed', 'in_force', 'expired', 'terminated', 'superseded', 'abandoned', name='from_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('to_status', sa.Enum('drafting', 'negotiating', 'cleared', 'signed', 'in_force', 'expired', 'terminated', 'superseded', 'abandoned', name='to_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('moved_words', sa.String(length=60), nullable=True),
    sa.Column('moved_earliest', sa.Date(), nullable=True),
    sa.Column('moved_latest', sa.Date(), nullable=True),
    sa.Column('moved_inferred', sa.Boolean(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('is_automatic', sa.Boolean(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('is_automatic OR reason IS NOT NULL', name=op.f('ck_agreement_moves_reasoned_unless_automatic')),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_agreement_moves_agreement_id_agreements')),
    sa.ForeignKeyConstraint(['by_id'], ['users.id'], name=op.f('fk_agreement_moves_by_id_users')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_moves'))
    )
    with op.batch_alter_table('agreement_moves', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_moves_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_moves_by_id'), ['by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_moves_moved_earliest'), ['moved_earliest'], unique=False)

    op.create_table('agreement_notices',
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('side', sa.Enum('home', 'partner', 'both', name='side', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('effect', sa.Enum('non_renewal', 'termination', name='effect', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('given_words', sa.String(length=60), nullable=True),
    sa.Column('given_earliest', sa.Date(), nullable=True),
    sa.Column('given_latest', sa.Date(), nullable=True),
    sa.Column('given_inferred', sa.Boolean(), nullable=True),
    sa.Column('takes_effect', sa.Date(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('basis', sa.String(length=500), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_agreement_notices_agreement_id_agreements')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_notices'))
    )
    with op.batch_alter_table('agreement_notices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_notices_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_notices_given_earliest'), ['given_earliest'], unique=False)

    op.create_table('agreement_renewals',
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('agreed_words', sa.String(length=60), nullable=True),
    sa.Column('agreed_earliest', sa.Date(), nullable=True),
    sa.Column('agreed_latest', sa.Date(), nullable=True),
    sa.Column('agreed_inferred', sa.Boolean(), nullable=True),
    sa.Column('begins', sa.Date(), nullable=False),
    sa.Column('ends', sa.Date(), nullable=True),
    sa.Column('is_automatic', sa.Boolean(), nullable=False),
    sa.Column('basis', sa.String(length=500), nullable=True),
    sa.Column('basis_agreement_id', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('ends >= begins', name=op.f('ck_agreement_renewals_beginning_first')),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_agreement_renewals_agreement_id_agreements')),
    sa.ForeignKeyConstraint(['basis_agreement_id'], ['agreements.id'], name=op.f('fk_agreement_renewals_basis_agreement_id_agreements')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_renewals'))
    )
    with op.batch_alter_table('agreement_renewals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_renewals_agreed_earliest'), ['agreed_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_renewals_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_renewals_basis_agreement_id'), ['basis_agreement_id'], unique=False)

    op.create_table('watch_handlings',
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('end', 'notice', 'review', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('outcome', sa.Enum('in_talks', 'renewed', 'let_lapse', 'continues', 'reviewed', name='outcome', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('handled_on', sa.Date(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_watch_handlings_agreement_id_agreements')),
    sa.ForeignKeyConstraint(['by_id'], ['users.id'], name=op.f('fk_watch_handlings_by_id_users')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_watch_handlings'))
    )
    with op.batch_alter_table('watch_handlings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_watch_handlings_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_watch_handlings_by_id'), ['by_id'], unique=False)

    op.create_table('watch_notices',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('end', 'notice', 'review', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('stage', sa.Integer(), nullable=False),
    sa.Column('told_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_watch_notices_agreement_id_agreements')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_watch_notices')),
    sa.UniqueConstraint('agreement_id', 'kind', 'day', 'stage', name=op.f('uq_watch_notices_agreement_id_kind_day_stage'))
    )
    with op.batch_alter_table('watch_notices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_watch_notices_told_on'), ['told_on'], unique=False)

    op.create_table('witnesses',
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('side', sa.Enum('home', 'partner', 'both', name='side', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('title_ko', sa.String(length=200), nullable=True),
    sa.Column('title_en', sa.String(length=200), nullable=True),
    sa.Column('note', sa.String(length=300), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL', name=op.f('ck_witnesses_witness_given')),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_witnesses_agreement_id_agreements')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_witnesses_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_witnesses'))
    )
    with op.batch_alter_table('witnesses', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_witnesses_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_witnesses_person_id'), ['person_id'], unique=False)

    op.create_table('agreement_texts',
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=12), nullable=False),
    sa.Column('standing', sa.Enum('authentic', 'translation', 'not_stated', name='standing', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('prevails', sa.Boolean(), nullable=False),
    sa.Column('originals', sa.Integer(), nullable=True),
    sa.Column('printed_words', sa.String(length=60), nullable=True),
    sa.Column('printed_earliest', sa.Date(), nullable=True),
    sa.Column('printed_latest', sa.Date(), nullable=True),
    sa.Column('printed_inferred', sa.Boolean(), nullable=True),
    sa.Column('kept_at', sa.String(length=200), nullable=True),
    sa.Column('document_id', sa.Integer(), nullable=True),
    sa.Column('note', sa.String(length=500), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('originals > 0', name=op.f('ck_agreement_texts_originals_positive')),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreements.id'], name=op.f('fk_agreement_texts_agreement_id_agreements')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_agreement_texts_document_id_documents')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_texts'))
    )
    with op.batch_alter_table('agreement_texts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_texts_agreement_id'), ['agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_texts_document_id'), ['document_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_texts_printed_earliest'), ['printed_earliest'], unique=False)

    op.create_table('event_approvals',
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.Column('body', sa.String(length=200), nullable=True),
    sa.Column('number', sa.String(length=120), nullable=True),
    sa.Column('vote', sa.String(length=120), nullable=True),
    sa.Column('is_required', sa.Boolean(), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('source', sa.String(length=500), nullable=True),
    sa.Column('kind', sa.Enum('legal_review', 'council_consent', 'council_report', 'ministry_consultation', 'ratification', 'promulgation', name='kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('side', sa.Enum('home', 'partner', 'both', name='side', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('result', sa.Enum('pending', 'granted', 'refused', 'withdrawn', name='result', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('requested_words', sa.String(length=60), nullable=True),
    sa.Column('requested_earliest', sa.Date(), nullable=True),
    sa.Column('requested_latest', sa.Date(), nullable=True),
    sa.Column('requested_inferred', sa.Boolean(), nullable=True),
    sa.Column('decided_words', sa.String(length=60), nullable=True),
    sa.Column('decided_earliest', sa.Date(), nullable=True),
    sa.Column('decided_latest', sa.Date(), nullable=True),
    sa.Column('decided_inferred', sa.Boolean(), nullable=True),
    sa.Column('organisation_id', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['event_id'], ['partnership_events.id'], name=op.f('fk_event_approvals_event_id_partnership_events')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_event_approvals_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_approvals'))
    )
    with op.batch_alter_table('event_approvals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_approvals_decided_earliest'), ['decided_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_approvals_event_id'), ['event_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_approvals_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_approvals_requested_earliest'), ['requested_earliest'], unique=False)

    op.create_table('evidence',
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('visit_id', sa.Integer(), nullable=True),
    sa.Column('programme_item_id', sa.Integer(), nullable=True),
    sa.Column('further_agreement_id', sa.Integer(), nullable=True),
    sa.Column('document_id', sa.Integer(), nullable=True),
    sa.Column('told_ko', sa.String(length=500), nullable=True),
    sa.Column('told_en', sa.String(length=500), nullable=True),
    sa.Column('happened_words', sa.String(length=60), nullable=True),
    sa.Column('happened_earliest', sa.Date(), nullable=True),
    sa.Column('happened_latest', sa.Date(), nullable=True),
    sa.Column('happened_inferred', sa.Boolean(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('source', sa.String(length=500), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END + CASE WHEN programme_item_id IS NULL THEN 0 ELSE 1 END + CASE WHEN further_agreement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN document_id IS NULL THEN 0 ELSE 1 END = CASE WHEN told_ko IS NULL AND told_en IS NULL THEN 1 ELSE 0 END', name=op.f('ck_evidence_record_or_words')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitments.id'], name=op.f('fk_evidence_commitment_id_commitments')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_evidence_document_id_documents')),
    sa.ForeignKeyConstraint(['further_agreement_id'], ['agreements.id'], name=op.f('fk_evidence_further_agreement_id_agreements')),
    sa.ForeignKeyConstraint(['programme_item_id'], ['programme_items.id'], name=op.f('fk_evidence_programme_item_id_programme_items')),
    sa.ForeignKeyConstraint(['visit_id'], ['visits.id'], name=op.f('fk_evidence_visit_id_visits')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evidence'))
    )
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_evidence_commitment_id'), ['commitment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_document_id'), ['document_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_further_agreement_id'), ['further_agreement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_happened_earliest'), ['happened_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_programme_item_id'), ['programme_item_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_visit_id'), ['visit_id'], unique=False)

    with op.batch_alter_table('agreements', schema=None) as batch_op:
        batch_op.add_column(sa.Column('renewed_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('ends_by_notice', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('notice_effect', NOTICE_EFFECT, nullable=True))
        batch_op.add_column(sa.Column('awaits_approval', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('duty', DUTY, nullable=False, server_default='not_stated'))
        batch_op.create_check_constraint(
            op.f('ck_agreements_notice_effect_with_day'), '(notice_effect IS NULL) = (ends_by_notice IS NULL)'
        )
    with op.batch_alter_table('agreements', schema=None) as batch_op:
        batch_op.alter_column('awaits_approval', server_default=None)
        batch_op.alter_column('duty', server_default=None)

    for table in ('cities', 'people'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('search_names', sa.Text(), nullable=False, server_default=''))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('search_names', server_default=None)
    with op.batch_alter_table('cities', schema=None) as batch_op:
        batch_op.add_column(sa.Column('geonames_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_cities_geonames_id'), ['geonames_id'], unique=False)

    with op.batch_alter_table('commitments', schema=None) as batch_op:
        batch_op.add_column(sa.Column('status_since', sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f('ix_commitments_status'), ['status'], unique=False)

    with op.batch_alter_table('cooperation_areas', schema=None) as batch_op:
        batch_op.add_column(sa.Column('keywords', sa.Text(), nullable=True))

    with op.batch_alter_table('partnerships', schema=None) as batch_op:
        batch_op.add_column(sa.Column('dormancy_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('dormancy_note', sa.Text(), nullable=True))

    with op.batch_alter_table('partnership_events', schema=None) as batch_op:
        batch_op.add_column(sa.Column('basis_kind', BASIS_KIND, nullable=False, server_default='not_stated'))
        batch_op.add_column(sa.Column('successor_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_partnership_events_successor_id'), ['successor_id'], unique=False)
        batch_op.create_foreign_key(
            batch_op.f('fk_partnership_events_successor_id_partnerships'), 'partnerships', ['successor_id'], ['id']
        )
        batch_op.create_check_constraint(
            op.f('ck_partnership_events_not_its_own_successor'), 'successor_id <> partnership_id'
        )
        batch_op.create_check_constraint(
            op.f('ck_partnership_events_successor_with_kind'), "successor_id IS NULL OR kind = 'succeeded'"
        )
    with op.batch_alter_table('partnership_events', schema=None) as batch_op:
        batch_op.alter_column('basis_kind', server_default=None)

    with op.batch_alter_table('signatures', schema=None) as batch_op:
        batch_op.add_column(sa.Column('city_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('place_ko', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('place_en', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('sent_words', sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column('sent_earliest', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('sent_latest', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('sent_inferred', sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column('returned_words', sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column('returned_earliest', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('returned_latest', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('returned_inferred', sa.Boolean(), nullable=True))
        batch_op.create_index(batch_op.f('ix_signatures_city_id'), ['city_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_signatures_returned_earliest'), ['returned_earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_signatures_sent_earliest'), ['sent_earliest'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_signatures_city_id_cities'), 'cities', ['city_id'], ['id'])

    _move_names('city', 'cities')
    _move_names('person', 'people')
    _move_labels()
    for table in ('cities', 'people'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column('aliases')
    with op.batch_alter_table('partnerships', schema=None) as batch_op:
        batch_op.drop_column('partner_label')
        batch_op.drop_column('home_label')


def _move_names(noun: str, table: str) -> None:
    """Other names become rows, one for each line; all names are folded for searching."""
    connection = op.get_bind()
    aliases = sa.table(f'{noun}_aliases', sa.column(f'{noun}_id'), sa.column('name'), sa.column('version'))
    rows = sa.table(
        table, *(sa.column(name) for name in ('id', 'name_ko', 'name_en', 'name_local', 'aliases', 'search_names'))
    )
    for row in connection.execute(sa.select(rows)).all():
        others = list(dict.fromkeys(line.strip() for line in (row.aliases or '').splitlines() if line.strip()))
        for name in others:
            connection.execute(aliases.insert().values({f'{noun}_id': row.id, 'name': name[:200], 'version': 1}))
        names = [_folded(name) for name in (row.name_ko, row.name_en, row.name_local, *others) if name]
        folded = '\n'.join(dict.fromkeys(names))
        connection.execute(rows.update().where(rows.c.id == row.id).values(search_names=folded))


def _move_labels() -> None:
    """What each side calls a tie becomes a row, of a time not known."""
    connection = op.get_bind()
    labels = sa.table(
        'partnership_labels', *(sa.column(name) for name in ('partnership_id', 'side', 'label', 'version'))
    )
    ties = sa.table('partnerships', *(sa.column(name) for name in ('id', 'home_label', 'partner_label')))
    for row in connection.execute(sa.select(ties)).all():
        for side, label in (('home', row.home_label), ('partner', row.partner_label)):
            if label:
                connection.execute(
                    labels.insert().values(partnership_id=row.id, side=side, label=label, version=1)
                )


def _folded(text: str) -> str:
    """As the models fold names today."""
    apart = unicodedata.normalize('NFKD', text.casefold())
    plain = ''.join(sign for sign in apart if unicodedata.category(sign) != 'Mn')
    return ' '.join(unicodedata.normalize('NFC', plain).split())


def _move_back() -> None:
    """Rows become lines and columns again; what only rows can hold is lost."""
    connection = op.get_bind()
    for noun, table in (('city', 'cities'), ('person', 'people')):
        connection.execute(
            sa.text(
                f"UPDATE {table} SET aliases = (SELECT {'string_agg(name, chr(10))' if connection.dialect.name == 'postgresql' else 'group_concat(name, char(10))'}"
                f" FROM {noun}_aliases WHERE {noun}_id = {table}.id AND archived_at IS NULL)"
            )
        )
    for side in ('home', 'partner'):
        connection.execute(
            sa.text(
                f"UPDATE partnerships SET {side}_label = (SELECT max(label) FROM partnership_labels"
                f" WHERE partnership_id = partnerships.id AND side = '{side}' AND archived_at IS NULL)"
            )
        )


def downgrade() -> None:
    with op.batch_alter_table('signatures', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_signatures_city_id_cities'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_signatures_sent_earliest'))
        batch_op.drop_index(batch_op.f('ix_signatures_returned_earliest'))
        batch_op.drop_index(batch_op.f('ix_signatures_city_id'))
        batch_op.drop_column('returned_inferred')
        batch_op.drop_column('returned_latest')
        batch_op.drop_column('returned_earliest')
        batch_op.drop_column('returned_words')
        batch_op.drop_column('sent_inferred')
        batch_op.drop_column('sent_latest')
        batch_op.drop_column('sent_earliest')
        batch_op.drop_column('sent_words')
        batch_op.drop_column('place_en')
        batch_op.drop_column('place_ko')
        batch_op.drop_column('city_id')

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('aliases', sa.TEXT(), nullable=True))
        batch_op.drop_column('search_names')

    with op.batch_alter_table('partnerships', schema=None) as batch_op:
        batch_op.add_column(sa.Column('home_label', sa.VARCHAR(length=120), nullable=True))
        batch_op.add_column(sa.Column('partner_label', sa.VARCHAR(length=120), nullable=True))
        batch_op.drop_column('dormancy_note')
        batch_op.drop_column('dormancy_on')

    with op.batch_alter_table('partnership_events', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_partnership_events_successor_id_partnerships'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_partnership_events_successor_id'))
        batch_op.drop_constraint(op.f('ck_partnership_events_not_its_own_successor'), type_='check')
        batch_op.drop_constraint(op.f('ck_partnership_events_successor_with_kind'), type_='check')
        batch_op.drop_constraint(op.f('ck_partnership_events_basis_kind'), type_='check')
        batch_op.drop_column('successor_id')
        batch_op.drop_column('basis_kind')

    with op.batch_alter_table('cooperation_areas', schema=None) as batch_op:
        batch_op.drop_column('keywords')

    with op.batch_alter_table('commitments', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_commitments_status'))
        batch_op.drop_column('status_since')

    with op.batch_alter_table('cities', schema=None) as batch_op:
        batch_op.add_column(sa.Column('aliases', sa.TEXT(), nullable=True))
        batch_op.drop_index(batch_op.f('ix_cities_geonames_id'))
        batch_op.drop_column('geonames_id')
        batch_op.drop_column('search_names')

    _move_back()
    with op.batch_alter_table('agreements', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_agreements_notice_effect_with_day'), type_='check')
        batch_op.drop_constraint(op.f('ck_agreements_notice_effect'), type_='check')
        batch_op.drop_constraint(op.f('ck_agreements_duty'), type_='check')
        batch_op.drop_column('duty')
        batch_op.drop_column('awaits_approval')
        batch_op.drop_column('notice_effect')
        batch_op.drop_column('ends_by_notice')
        batch_op.drop_column('renewed_until')

    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_evidence_visit_id'))
        batch_op.drop_index(batch_op.f('ix_evidence_programme_item_id'))
        batch_op.drop_index(batch_op.f('ix_evidence_happened_earliest'))
        batch_op.drop_index(batch_op.f('ix_evidence_further_agreement_id'))
        batch_op.drop_index(batch_op.f('ix_evidence_document_id'))
        batch_op.drop_index(batch_op.f('ix_evidence_commitment_id'))

    op.drop_table('evidence')
    with op.batch_alter_table('event_approvals', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_event_approvals_requested_earliest'))
        batch_op.drop_index(batch_op.f('ix_event_approvals_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_event_approvals_event_id'))
        batch_op.drop_index(batch_op.f('ix_event_approvals_decided_earliest'))

    op.drop_table('event_approvals')
    with op.batch_alter_table('agreement_texts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agreement_texts_printed_earliest'))
        batch_op.drop_index(batch_op.f('ix_agreement_texts_document_id'))
        batch_op.drop_index(batch_op.f('ix_agreement_texts_agreement_id'))

    op.drop_table('agreement_texts')
    with op.batch_alter_table('witnesses', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_witnesses_person_id'))
        batch_op.drop_index(batch_op.f('ix_witnesses_agreement_id'))

    op.drop_table('witnesses')
    with op.batch_alter_table('watch_notices', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_watch_notices_told_on'))

    op.drop_table('watch_notices')
    with op.batch_alter_table('watch_handlings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_watch_handlings_by_id'))
        batch_op.drop_index(batch_op.f('ix_watch_handlings_agreement_id'))

    op.drop_table('watch_handlings')
    with op.batch_alter_table('agreement_renewals', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agreement_renewals_basis_agreement_id'))
        batch_op.drop_index(batch_op.f('ix_agreement_renewals_agreement_id'))
        batch_op.drop_index(batch_op.f('ix_agreement_renewals_agreed_earliest'))

    op.drop_table('agreement_renewals')
    with op.batch_alter_table('agreement_notices', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agreement_notices_given_earliest'))
        batch_op.drop_index(batch_op.f('ix_agreement_notices_agreement_id'))

    op.drop_table('agreement_notices')
    with op.batch_alter_table('agreement_moves', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agreement_moves_moved_earliest'))
        batch_op.drop_index(batch_op.f('ix_agreement_moves_by_id'))
        batch_op.drop_index(batch_op.f('ix_agreement_moves_agreement_id'))

    op.drop_table('agreement_moves')
    with op.batch_alter_table('agreement_approvals', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agreement_approvals_requested_earliest'))
        batch_op.drop_index(batch_op.f('ix_agreement_approvals_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_agreement_approvals_decided_earliest'))
        batch_op.drop_index(batch_op.f('ix_agreement_approvals_agreement_id'))

    op.drop_table('agreement_approvals')
    with op.batch_alter_table('person_aliases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_person_aliases_person_id'))
        batch_op.drop_index(batch_op.f('ix_person_aliases_ends_earliest'))
        batch_op.drop_index(batch_op.f('ix_person_aliases_begins_earliest'))

    op.drop_table('person_aliases')
    with op.batch_alter_table('partnership_labels', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_partnership_labels_partnership_id'))
        batch_op.drop_index(batch_op.f('ix_partnership_labels_ends_earliest'))
        batch_op.drop_index(batch_op.f('ix_partnership_labels_begins_earliest'))

    op.drop_table('partnership_labels')
    with op.batch_alter_table('tier_labels', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_tier_labels_ends_earliest'))
        batch_op.drop_index(batch_op.f('ix_tier_labels_city_id'))
        batch_op.drop_index(batch_op.f('ix_tier_labels_begins_earliest'))

    op.drop_table('tier_labels')
    with op.batch_alter_table('saved_views', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_saved_views_shared_with_id'))
        batch_op.drop_index(batch_op.f('ix_saved_views_listing'))

    op.drop_table('saved_views')
    with op.batch_alter_table('city_successions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_city_successions_successor_id'))
        batch_op.drop_index(batch_op.f('ix_city_successions_predecessor_id'))
        batch_op.drop_index(batch_op.f('ix_city_successions_happened_earliest'))

    op.drop_table('city_successions')
    with op.batch_alter_table('city_aliases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_city_aliases_ends_earliest'))
        batch_op.drop_index(batch_op.f('ix_city_aliases_city_id'))
        batch_op.drop_index(batch_op.f('ix_city_aliases_begins_earliest'))

    op.drop_table('city_aliases')
