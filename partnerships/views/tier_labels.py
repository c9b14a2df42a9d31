"""Pages of tier labels: what the office of each home city calls the tiers of its ties, and called them."""

from flask import Blueprint, render_template, url_for
from flask_babel import gettext

from partnerships.commands import partnership as commands
from partnerships.forms.partnership import TierLabelForm
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.partnership import Tier
from partnerships.queries import partnership as queries
from partnerships.queries.city import list_homes
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages

blueprint = Blueprint("tier_labels", __name__, url_prefix="/tier-labels")


@blueprint.get("", endpoint="list")
@requires("label.manage")
def list_all() -> str:
    """The labels of each home city, tier by tier."""
    labels = queries.list_tier_labels()
    return render_template(
        "tier_labels/list.html",
        homes=[(home, [one for one in labels if one.city_id == home.id]) for home in list_homes()],
        tiers=Tier,
    )


def _crumbs(_city: City) -> list[tuple[str, str]]:
    return [(gettext("Tier labels"), url_for("tier_labels.list"))]


add_part_pages(
    blueprint,
    "/<reference('CTY'):reference>",
    PartPages(
        name="label",
        action="label.manage",
        form=TierLabelForm,
        load=queries.get_labelling_home,
        find=queries.find_tier_label,
        add=commands.add_tier_label,
        revise=commands.revise_tier_label,
        archive=commands.archive_tier_label,
        crumbs=_crumbs,
        title_new=N_("Add a tier label"),
        title_edit=N_("Change a tier label"),
    ),
)
