"""The one Django app: the records."""

from django.apps import AppConfig


class Records(AppConfig):
    """Our tables as Django sees them."""

    name = "benchmarks.django_admin"
    label = "records"
