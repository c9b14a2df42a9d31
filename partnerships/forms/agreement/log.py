"""The two steps of logging a signed paper: the paper itself, and what was understood of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import get_locale
from flask_babel import lazy_gettext as _
from wtforms import FieldList, Form, FormField, HiddenField

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.document import LanguageField
from partnerships.forms.fields import (
    AreasField,
    ChoiceField,
    DayField,
    FileField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    Picker,
    PickerField,
    PickersField,
    RecordsField,
    SwitchField,
)
from partnerships.models.agreement import (
    AgreementKind,
    Cadence,
    Capacity,
    CommitmentKind,
    Duty,
    NoticeKind,
    RenewalKind,
    SigningManner,
    TermKind,
    TextBasis,
    TextStanding,
)
from partnerships.models.base import Disclosure
from partnerships.models.side import Side
from partnerships.queries.document import language_choices


class PaperForm(DetailsForm):
    """The first step: what stands on the paper."""

    kind = ChoiceField(_("Kind"), AgreementKind, optional=True)
    disclosure = ChoiceField(_("Disclosure"), Disclosure, default=Disclosure.INTERNAL)
    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    home = PickerField(_("Home side"), noun="home")
    ours = PickersField(_("Parties on our side"), noun="party", more=_("Another party on our side"))
    theirs = PickersField(
        _("With whom"),
        noun="party",
        more=_("Another party on the partner side"),
        description=_("Cities or organisations, or the number of a tie."),
    )
    signed = PartialDateField(_("Signed on"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21."))
    effective = PartialDateField(_("Effective from"), description=_("Leave empty when the paper does not say."))
    signing_city = PickerField(_("City of signing"), noun="city")
    signing_place_ko = LineField(_("Place of signing in Korean"))
    signing_place_en = LineField(_("Place of signing in English"))
    term_kind = ChoiceField(_("Term"), TermKind, default=TermKind.NOT_STATED)
    term_months = NumberField(_("Months"), least=1)
    term_until = DayField(_("Last day of the term"))
    term_event = LineField(_("Until the event"), longest=300)
    renewal_kind = ChoiceField(_("Renewal"), RenewalKind, default=RenewalKind.NOT_STATED)
    renewal_months = NumberField(_("Renewed by months"), least=1)
    notice_kind = ChoiceField(_("Notice of termination"), NoticeKind, default=NoticeKind.NOT_STATED)
    notice_months = NumberField(_("Months of notice"), least=1)
    duty = ChoiceField(_("How firmly it binds"), Duty, default=Duty.NOT_STATED)
    pasted = ParagraphField(
        _("Text of the paper"),
        longest=100_000,
        description=_("Paste the whole text or its clauses: they are split, and areas are suggested."),
    )
    text_basis = ChoiceField(_("The words are"), TextBasis, default=TextBasis.AS_SIGNED)
    text_source = LineField(_("Who reported them"), longest=500, description=_("Such as a press release and its date."))

    groups = (
        Group(
            _("The paper"),
            (
                ("title_ko", "title_en"),
                ("kind", "signed"),
                ("theirs", "ours"),
                ("signing_city", "signing_place_ko", "signing_place_en"),
            ),
        ),
        Group(
            _("Term, renewal and notice"),
            (
                *(("term_kind", "term_months", "term_until", "term_event"), ("renewal_kind", "renewal_months")),
                *(("notice_kind", "notice_months"), ("effective", "duty")),
            ),
            _("“Not stated” means that the paper is silent; “none” means that it rules it out."),
        ),
        Group(_("The words"), ("pasted", ("text_basis", "text_source"))),
        Group(_("Whose record"), (("home", "disclosure"),)),
    )
    needed = ("kind", "title_ko", "title_en", "theirs", "signed", "home")

    # What a paper says of its own end, and which can be read from its text.
    terms = (
        *("term_kind", "term_months", "term_until", "term_event", "renewal_kind", "renewal_months"),
        *("notice_kind", "notice_months", "effective"),
    )

    def suggest_terms(self, found: Mapping[str, Any], from_signing: bool = False) -> bool:
        """Fill in ``found`` where the officer left the kind as not stated; whether anything was filled in.

        ``from_signing`` fills the day of effect with that of signing, where it is empty.
        """
        kinds = (name for name in found if name.endswith("_kind") and self[name].data == "not_stated")
        named = {name for kind in kinds for name in (kind, kind.replace("_kind", "_months"))}
        taken = {name: value for name, value in found.items() if name in named}
        if from_signing and not self.effective.data and self.signed.data:
            taken["effective"] = self.signed.data
        for name, value in taken.items():
            # What was sent is shown again before what is known; here nothing was said.
            self[name].raw_data = None
            self[name].process_data(value)
        return bool(taken)

    def paper(self) -> dict[str, Any]:
        """What the form says of the agreement itself."""
        apart = ("ours", "theirs", "pasted", "text_basis", "text_source")
        return {name: value for name, value in self.details().items() if name not in apart}


class SignerRow(Form):
    """Who signed for one party."""

    party = HiddenField()
    person = PickerField(_("Person"), noun="person")
    title_ko = LineField(_("Title as of then in Korean"))
    title_en = LineField(_("Title as of then in English"))
    signed = PartialDateField(_("Signed on"))
    manner = ChoiceField(_("How"), SigningManner, default=SigningManner.NOT_STATED)
    capacity = ChoiceField(_("In what capacity"), Capacity, default=Capacity.OWN_RIGHT)
    on_behalf_of = LineField(_("On behalf of"))

    def details(self) -> dict[str, Any] | None:
        """The signature, or nothing where the whole row was left as it was: a day alone is not dropped unsaid."""
        if not self._is_touched():
            return None
        return {field.name.rpartition("-")[2]: field.data for field in self if field.short_name != "party"}

    def _is_touched(self) -> bool:
        typed = (self.person, self.title_ko, self.title_en, self.signed, self.on_behalf_of)
        if any(field.data or any(str(one).strip() for one in field.raw_data or ()) for field in typed):
            return True
        return (self.manner.data, self.capacity.data) != (SigningManner.NOT_STATED, Capacity.OWN_RIGHT)


class ClauseRow(Form):
    """One clause as a commitment, kept or left out."""

    keep = SwitchField(_("Record as a commitment"))
    text = ParagraphField(_("Text"))
    clause = LineField(_("Clause"), longest=40)
    kind = ChoiceField(_("Kind"), CommitmentKind, default=CommitmentKind.OTHER)
    owed_by = ChoiceField(_("Owed by"), Side, default=Side.BOTH)
    due = PartialDateField(_("Due"))
    cadence = ChoiceField(_("How often"), Cadence, default=Cadence.NOT_STATED)
    cadence_years = NumberField(_("Every so many years"), least=2)
    hosts_alternate = SwitchField(_("Hosts take turns"))
    areas = AreasField(_("Cooperation areas"))
    language = HiddenField(default="ko")
    why = HiddenField()

    def details(self) -> dict[str, Any]:
        """The commitment, its words in the language that they are in."""
        said = {field.short_name: field.data for field in self}
        for name in ("keep", "why"):
            said.pop(name)
        said["text_en" if said.pop("language") == "en" else "text_ko"] = said.pop("text")
        return said


class TextRow(Form):
    """The text in one language."""

    language = LanguageField(_("Language of the text"), names=lambda: language_choices(str(get_locale())))
    standing = ChoiceField(_("Worth of the text"), TextStanding, default=TextStanding.NOT_STATED)
    originals = NumberField(_("Number of originals"), least=1)
    prevails = SwitchField(_("Prevails where the texts differ"))

    def details(self) -> dict[str, Any] | None:
        """The text, or nothing where the row was left as it was."""
        if not (self.language.data or self.originals.data or self.prevails.data):
            return None
        return {field.short_name: field.data for field in self}


class ReadingForm(DetailsForm):
    """The second step: what was understood, to be put right and saved."""

    is_another = SwitchField(_("It is another paper"))
    signatures = FieldList(FormField(SignerRow))
    partnerships = RecordsField(_("Ties it falls under"))
    areas = AreasField(_("Cooperation areas"))
    commitments = FieldList(FormField(ClauseRow))
    texts = FieldList(FormField(TextRow))
    file = FileField(_("File of the signed paper"), description=_("PDF, pictures, HWP and Office files, plain text."))
    no_file = SwitchField(_("The office holds no file: list the paper without one"))
    read_from = HiddenField()
    # Whether terms were read from the text, so that they stand here to be looked at.
    read_terms = HiddenField()

    groups = ()

    def __init__(
        self,
        *args: Any,
        picker: Picker,
        areas: Sequence[tuple[Any, str]],
        ties: Sequence[tuple[Any, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, picker=picker, options={"areas": areas, "partnerships": ties}, **kwargs)
        for entry in self.signatures:
            entry.form.person.picker = picker
        self.offer(areas, ties)

    def offer(self, areas: Sequence[tuple[Any, str]], ties: Sequence[tuple[Any, str]]) -> None:
        """Let these areas and ties be ticked, in every row too."""
        self.areas.options, self.partnerships.options = areas, ties
        for entry in self.commitments:
            entry.form.areas.options = areas

    def rows(self, name: str) -> Iterator[tuple[int, Any]]:
        """(number, form) of the rows of a list."""
        for number, entry in enumerate(self[name]):
            yield number, entry.form

    def refuse(self, field_name: str | None, message: str) -> None:
        """Put ``message`` beside the field of a row, as ``commitments-2-due`` names it, or as any form does."""
        row, _dash, name = (field_name or "").rpartition("-")
        listed, _dash, number = row.partition("-")
        rows = dict(self.rows(listed)) if listed in self and isinstance(self[listed], FieldList) else {}
        if number.isdecimal() and int(number) in rows and name in rows[int(number)]:
            field = rows[int(number)][name]
            field.errors = [*field.errors, message]
        else:
            super().refuse(field_name, message)

    @property
    def errors(self) -> dict[str | None, Any]:
        """Faults of all fields, those that rows were refused for included."""
        found = dict(super().errors)
        for name in ("signatures", "commitments", "texts"):
            faults = [form.errors for _number, form in self.rows(name) if form.errors]
            if faults:
                found[name] = faults
        return found
