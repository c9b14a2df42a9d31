"""Forms for signing in, for one's own account and for the administration of accounts."""

from collections.abc import Iterator
from typing import Any

from flask_babel import get_locale
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import EqualTo, InputRequired, Regexp

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    CountryField,
    LineField,
    Option,
    PasswordField,
    PickerField,
    RecordsField,
    SwitchField,
)
from partnerships.languages import DEFAULT_LANGUAGE, Language
from partnerships.models.account import Contrast, Density, Role
from partnerships.queries.countries import country_choices

# Each language in itself, so that whoever reads no other finds it.
LANGUAGE_NAMES = {Language.KOREAN: "한국어", Language.ENGLISH: "English"}

an_email_address = Regexp(r"^[^@\s]+@[^@\s]+$", message=_("Enter an e-mail address such as name@seoul.go.kr."))


class LanguageField(SelectField):
    """The language of the screen."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, choices=[], coerce=Language, default=DEFAULT_LANGUAGE, validate_choice=False, **options)

    def iter_choices(self) -> Iterator[Option]:
        for language, name in LANGUAGE_NAMES.items():
            yield Option(language.value, name, language == self.data, {})


class NewPasswordFields:
    """A new password, typed twice; mixed into each form that sets one."""

    password = PasswordField(
        _("New password"),
        description=_("At least 12 characters; several words that only you would put together are best."),
        validators=[InputRequired(_("Enter a password."))],
    )
    again = PasswordField(
        _("New password again"),
        validators=[
            InputRequired(_("Enter the password again.")),
            EqualTo("password", _("The two passwords differ.")),
        ],
    )


class SignInForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF is untyped
    """E-mail address and password."""

    email = LineField(_("E-mail address"), longest=254, validators=[InputRequired(_("Enter your e-mail address."))])
    password = PasswordField(_("Password"), validators=[InputRequired(_("Enter your password."))])


class PreferencesForm(DetailsForm):
    """How one sees the product."""

    language = LanguageField(_("Language"))
    density = ChoiceField(_("Spacing"), Density)
    contrast = ChoiceField(_("Colours"), Contrast)

    groups = (Group(_("Language and display"), (("language", "density"), ("contrast",))),)


class PasswordForm(NewPasswordFields, DetailsForm):
    """One's own new password, and the old one as proof."""

    old_password = PasswordField(_("Present password"), validators=[InputRequired(_("Enter your present password."))])


class SetPasswordForm(NewPasswordFields, DetailsForm):
    """The password of an account, set by a one-time link."""


class FirstAdministratorForm(NewPasswordFields, DetailsForm):
    """The home city and the first administrator of an empty installation."""

    name_ko = LineField(_("Name in Korean"))
    name_en = LineField(_("Name in English"))
    country = CountryField(_("Country"), names=lambda: country_choices(str(get_locale())), default="KR")
    zone = LineField(_("Time zone"), longest=60, description=_("IANA name, such as Asia/Seoul."))
    name = LineField(_("Your name"), longest=120, validators=[InputRequired(_("Enter your name."))])
    email = LineField(
        _("E-mail address"),
        longest=254,
        validators=[InputRequired(_("Enter your e-mail address.")), an_email_address],
    )


class AccountForm(DetailsForm):
    """An account, as an administrator opens or changes it."""

    name = LineField(_("Name"), longest=120, validators=[InputRequired(_("Enter a name."))])
    email = LineField(
        _("E-mail address"),
        longest=254,
        validators=[InputRequired(_("Enter an e-mail address.")), an_email_address],
    )
    language = LanguageField(_("Language"))
    department = PickerField(_("Department"), noun="department")
    role = ChoiceField(
        _("Role"),
        Role,
        default=Role.VIEWER,
        description=_(
            "Viewers read and print. Officers record and issue internal papers. Coordinators also see restricted "
            "records, conclude ties and agreements and issue public editions."
        ),
    )
    is_administrator = SwitchField(
        _("Administrator: manages accounts, cooperation areas and home cities and reads the audit trail")
    )
    homes = RecordsField(
        _("Home cities"),
        description=_("The account works on the records of these sides, and reads the others' public ones."),
    )

    groups = (
        Group(_("Who it is"), (("name", "email"), ("department", "language"))),
        Group(_("What the account may do"), ("role", "is_administrator", "homes")),
    )
