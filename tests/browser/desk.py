"""An officer at a desk: opens forms, fills them in by the names of their fields, and saves."""

from playwright.sync_api import Locator, Page, expect

# Words to type or to choose, a box to tick, or one text for each of the fields of one name.
Value = str | bool | list[str]


class Desk:
    """One browser page, used as an officer uses it. ``here`` is the address of the record last saved."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def here(self) -> str:
        """The path of the page that is open."""
        return self.page.evaluate("window.location.pathname")  # type: ignore[no-any-return]  # a script's answer

    def record(self, address: str, **values: Value) -> str:
        """Fill in the form at ``address`` and save it; gives the address that it leads to."""
        self.fill(address, **values)
        self.save(next(iter(values)))
        expect(self.page.locator("main .notice-error, main .field-error")).to_have_count(0)
        return self.here

    def fill(self, address: str, **values: Value) -> None:
        """Open ``address`` and fill fields in: words are typed or chosen, a truth ticks a box or not."""
        self.page.goto(address)
        for name, value in values.items():
            fields = self.page.locator(f"main form [name='{name}']:visible")
            field = fields.first
            if isinstance(value, list):
                for place, one in enumerate(value):
                    fields.nth(place).fill(one)
            elif isinstance(value, bool):
                field.set_checked(value)
            elif field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def save(self, field: str) -> None:
        """Send the form that has ``field``."""
        self.form_of(field).locator("button.button-primary[type=submit]").first.click()

    def form_of(self, field: str) -> Locator:
        """The form that has ``field``."""
        return self.page.locator(f"main form:has([name='{field}'])").first

    def open(self, address: str) -> Locator:
        """Open ``address``; gives its main part."""
        self.page.goto(address)
        return self.page.locator("main")
