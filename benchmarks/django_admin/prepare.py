"""``python -m benchmarks.django_admin.prepare EMAIL PASSWORD``: Django's own tables beside ours, and an account."""

import os
import sys

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.django_admin.settings")
django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 — only after Django is set up

email, password = sys.argv[1:]
call_command("migrate", verbosity=0)
users = get_user_model().objects
if not users.filter(username=email).exists():
    users.create_superuser(email, email, password)
