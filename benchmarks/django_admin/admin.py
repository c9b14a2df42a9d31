"""The admin as somebody who knows it would set it up for speed: what is shown joined at once, no second count."""

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest

from benchmarks.django_admin.models import (
    Agreement,
    AgreementParty,
    City,
    Commitment,
    FoundingClaim,
    Partnership,
    PartnershipEvent,
)


class Listed(admin.ModelAdmin):
    """A list as long as ours, of what is not archived, counted once."""

    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).filter(archived_at=None)


class Claims(admin.TabularInline):
    """Claims of the founding, within the tie."""

    model = FoundingClaim
    extra = 0


class Events(admin.TabularInline):
    """Events, within the tie."""

    model = PartnershipEvent
    extra = 0


class Parties(admin.TabularInline):
    """Parties, within the agreement."""

    model = AgreementParty
    extra = 0
    raw_id_fields = ("city",)


class Commitments(admin.TabularInline):
    """Commitments, within the agreement."""

    model = Commitment
    extra = 0
    fields = ("number", "clause", "text_ko", "text_en", "kind", "owed_by", "due_words", "status")


@admin.register(Partnership)
class Partnerships(Listed):
    """Ties: the columns and filters of our list."""

    list_display = ("name", "country", "tier", "founded", "home_status", "partner_status", "reference")
    list_select_related = ("partner", "home")
    list_filter = ("tier", "home_status", ("partner__country", admin.AllValuesFieldListFilter))
    search_fields = ("partner__search_names", "home__search_names", "reference")
    ordering = ("partner__name_ko", "id")
    raw_id_fields = ("home", "partner")
    inlines = (Claims, Events)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        preferred = FoundingClaim.objects.filter(partnership=OuterRef("pk"), is_preferred=True)
        return super().get_queryset(request).annotate(founding=Subquery(preferred.values("founded_words")[:1]))

    @admin.display(ordering="partner__name_ko")
    def name(self, tie: Partnership) -> str:
        """The partner."""
        return str(tie.partner)

    @admin.display(ordering="partner__country")
    def country(self, tie: Partnership) -> str:
        """The partner's country."""
        return tie.partner.country

    @admin.display(ordering="founding")
    def founded(self, tie: Partnership) -> str | None:
        """The preferred founding date."""
        return tie.founding


@admin.register(Agreement)
class Agreements(Listed):
    """Agreements: the columns and filters of our list."""

    list_display = ("title_ko", "kind", "status", "signed_words", "home", "reference")
    list_select_related = ("home",)
    list_filter = ("kind", "status")
    search_fields = ("title_ko", "title_en", "reference")
    ordering = ("-signed_earliest", "-id")
    raw_id_fields = ("home",)
    inlines = (Parties, Commitments)


@admin.register(Commitment)
class CommitmentBoard(Listed):
    """Commitments: the board's columns, the most urgent first."""

    list_display = ("text_ko", "agreement", "kind", "owed_by", "due_words", "status")
    list_select_related = ("agreement",)
    list_filter = ("status", "kind", "owed_by")
    search_fields = ("text_ko", "text_en")
    ordering = ("due_latest", "id")
    raw_id_fields = ("agreement",)


@admin.register(City)
class Cities(admin.ModelAdmin):
    """Cities, which raw ids are looked up in."""

    list_display = ("name_ko", "name_en", "country", "reference")
    search_fields = ("search_names",)
