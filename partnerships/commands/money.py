"""What amounts of money must be like: not negative, and in a currency."""

from decimal import Decimal

from partnerships.errors import Invalid
from partnerships.languages import N_


def check_amount(amount: Decimal | None, currency: str | None, amount_field: str, currency_field: str) -> None:
    """Raise :class:`Invalid` beside the field at fault: an amount needs its currency, as ISO 4217 writes it."""
    if amount is not None and amount < 0:
        raise Invalid(amount_field, N_("Enter an amount from 0 up."))
    if amount is not None and not currency:
        raise Invalid(currency_field, N_("Enter the currency, such as KRW."))
    if currency and not (len(currency) == 3 and currency.isascii() and currency.isupper()):
        raise Invalid(currency_field, N_("Enter the currency by its three letters, such as KRW."))
