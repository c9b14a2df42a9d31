"""Forms for signing in and for one's own account."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms.validators import InputRequired

from partnerships.forms.fields import LineField, PasswordField


class SignInForm(FlaskForm):  # type: ignore[misc]
    """E-mail address and password."""

    email = LineField(_("E-mail address"), longest=254, validators=[InputRequired(_("Enter your e-mail address."))])
    password = PasswordField(_("Password"), validators=[InputRequired(_("Enter your password."))])
