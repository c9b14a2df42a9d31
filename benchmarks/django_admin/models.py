"""Our tables as Django sees them: not made by Django (`managed = False`), with the columns that people edit."""

from django.db import models


class City(models.Model):
    """A city."""

    reference = models.CharField(max_length=24)
    name_ko = models.CharField(max_length=200, null=True, blank=True)
    name_en = models.CharField(max_length=200, null=True, blank=True)
    name_local = models.CharField(max_length=200, null=True, blank=True)
    search_names = models.TextField(editable=False)
    country = models.CharField(max_length=2)
    level = models.CharField(max_length=40)
    is_home = models.BooleanField()

    class Meta:
        managed = False
        db_table = "cities"

    def __str__(self) -> str:
        return self.name_ko or self.name_en or self.reference


class Partnership(models.Model):
    """A tie."""

    TIERS = [(one, one) for one in ("sister", "friendship", "cooperation", "other", "unspecified")]
    STATUSES = [(one, one) for one in ("prospective", "active", "suspended", "ended", "unknown")]

    reference = models.CharField(max_length=24)
    home = models.ForeignKey(City, models.PROTECT, related_name="home_ties")
    partner = models.ForeignKey(City, models.PROTECT, related_name="partner_ties")
    tier = models.CharField(max_length=40, choices=TIERS)
    home_status = models.CharField(max_length=40, choices=STATUSES)
    partner_status = models.CharField(max_length=40, choices=STATUSES)
    is_dormant = models.BooleanField()
    disclosure = models.CharField(max_length=40)
    note = models.TextField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        managed = False
        db_table = "partnerships"
        verbose_name_plural = "partnerships"

    def __str__(self) -> str:
        return self.reference


class FoundingClaim(models.Model):
    """What a source says of a tie's founding."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="claims")
    founded_words = models.CharField(max_length=60, null=True)
    founded_earliest = models.DateField(null=True)
    tier = models.CharField(max_length=40)
    wording = models.CharField(max_length=200, null=True, blank=True)
    source = models.CharField(max_length=500)
    is_preferred = models.BooleanField()

    class Meta:
        managed = False
        db_table = "founding_claims"


class PartnershipEvent(models.Model):
    """A turn in a tie's life."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=40)
    side = models.CharField(max_length=40)
    effective_words = models.CharField(max_length=60, null=True)
    reason = models.TextField(null=True, blank=True)

    class Meta:
        managed = False
        db_table = "partnership_events"


class Agreement(models.Model):
    """An agreement."""

    reference = models.CharField(max_length=24)
    home = models.ForeignKey(City, models.PROTECT, related_name="agreements")
    kind = models.CharField(max_length=40)
    status = models.CharField(max_length=40)
    title_ko = models.CharField(max_length=300, null=True, blank=True)
    title_en = models.CharField(max_length=300, null=True, blank=True)
    signed_words = models.CharField(max_length=60, null=True, blank=True)
    signed_earliest = models.DateField(null=True, blank=True)
    term_kind = models.CharField(max_length=40)
    term_months = models.IntegerField(null=True, blank=True)
    renewal_kind = models.CharField(max_length=40)
    notice_kind = models.CharField(max_length=40)
    summary_ko = models.TextField(null=True, blank=True)
    summary_en = models.TextField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        managed = False
        db_table = "agreements"

    def __str__(self) -> str:
        return self.title_ko or self.title_en or self.reference


class AgreementTie(models.Model):
    """That an agreement falls under a tie."""

    pk = models.CompositePrimaryKey("agreement_id", "partnership_id")
    agreement = models.ForeignKey(Agreement, models.PROTECT)
    partnership = models.ForeignKey(Partnership, models.PROTECT)

    class Meta:
        managed = False
        db_table = "agreement_partnerships"


class AgreementParty(models.Model):
    """A party of an agreement."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="parties")
    city = models.ForeignKey(City, models.PROTECT, null=True)
    side = models.CharField(max_length=40)
    position = models.IntegerField()

    class Meta:
        managed = False
        db_table = "agreement_parties"


class Commitment(models.Model):
    """A commitment."""

    STATUSES = [(one, one) for one in ("open", "under_way", "fulfilled", "dropped")]

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="commitments")
    number = models.IntegerField()
    clause = models.CharField(max_length=40, null=True, blank=True)
    text_ko = models.TextField(null=True, blank=True)
    text_en = models.TextField(null=True, blank=True)
    kind = models.CharField(max_length=40)
    owed_by = models.CharField(max_length=40)
    due_words = models.CharField(max_length=60, null=True, blank=True)
    due_latest = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=40, choices=STATUSES)
    archived_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        managed = False
        db_table = "commitments"
