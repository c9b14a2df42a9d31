"""Tasks of all visits in a list."""

from flask import Blueprint

from partnerships.languages import N_
from partnerships.models.visit import TaskPhase, TaskStatus
from partnerships.queries.visit import task_listing as queries
from partnerships.web import listing
from partnerships.web.listing import Column

blueprint = Blueprint("tasks", __name__, url_prefix="/tasks")

listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Tasks"),
        action="visit.read",
        template="tasks/list.html",
        filter=queries.TaskFilter,
        listed=queries.tasks_listed,
        conditions=(
            listing.Words("q", N_("Words"), "text", hint=N_("What is to be done, or the visit")),
            listing.choice("status", N_("Status"), TaskStatus),
            listing.Picked("visit", N_("Visit"), noun="visit"),
            listing.Box("overdue", N_("Overdue only")),
            listing.Box("mine", N_("My tasks")),
            listing.choice("phase", N_("Phase"), TaskPhase),
            listing.Day("from", N_("Due from"), "since", hint="2013-10"),
            listing.Day("to", N_("Due to"), "until", hint="2014", is_end=True),
            listing.Picked("department", N_("Department"), noun="department"),
            listing.Picked("officer", N_("Whose task"), noun="user"),
            listing.HOME_SIDES,
        ),
        orders=queries.ORDERS,
        order="due",
        columns=(
            Column(N_("Task"), "title", 44),
            Column(N_("Phase"), "phase", 12),
            Column(N_("Due on"), "due_on", 12),
            Column(N_("Status"), "status", 12),
            Column(N_("Done on"), "done_on", 12),
            Column(N_("Overdue"), "is_overdue", 8),
            Column(N_("Whose task"), "owner"),
            Column(N_("Department"), "department", 22),
            Column(N_("Visit number"), "visit_reference", 15),
            Column(N_("Visit"), "visit_title", 40),
            Column(N_("Example"), "is_example", 8),
        ),
    ),
)
