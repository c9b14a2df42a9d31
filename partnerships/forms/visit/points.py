"""Forms for talking points and for the questions that are expected."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, NumberField, ParagraphField
from partnerships.models.visit import Likelihood


class PointForm(DetailsForm):
    """One talking point with its background."""

    topic_ko = LineField(_("Topic in Korean"), longest=300)
    topic_en = LineField(_("Topic in English"), longest=300)
    likelihood = ChoiceField(_("How likely it comes up"), Likelihood, default=Likelihood.POSSIBLE)
    position = NumberField(_("Place in the order"), least=1, description=_("Left empty, it comes last."))
    point_ko = ParagraphField(_("What is to be said, in Korean"), description=_("As it will be spoken."))
    point_en = ParagraphField(_("What is to be said, in English"), description=_("As it will be spoken."))
    background_ko = ParagraphField(_("Background in Korean"))
    background_en = ParagraphField(_("Background in English"))

    groups = (
        Group(
            _("The point"),
            (("topic_ko", "topic_en"), ("likelihood", "position"), ("point_ko", "point_en")),
        ),
        Group(
            _("What lies behind it"),
            (("background_ko", "background_en"),),
            _("For whoever speaks: where the matter stands, figures, what not to promise. Never in a public edition."),
        ),
    )
    needed = ("topic_ko", "topic_en")


class QuestionForm(DetailsForm):
    """A question that is expected, with the answer."""

    question_ko = ParagraphField(_("Question in Korean"))
    question_en = ParagraphField(_("Question in English"))
    answer_ko = ParagraphField(_("Answer in Korean"))
    answer_en = ParagraphField(_("Answer in English"))
    position = NumberField(_("Place in the order"), least=1, description=_("Left empty, it comes last."))

    groups = (
        Group(
            _("Question and answer"),
            (("question_ko", "question_en"), ("answer_ko", "answer_en"), ("position",)),
        ),
    )
    needed = ("question_ko", "question_en")
