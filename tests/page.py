"""A page as a strict reader sees it: parsed without forgiveness, held to what every page owes, filled in by labels."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import html5lib
from html5lib.html5parser import ParseError

LANGUAGES = ("ko", "en")
# Signs that something was put into the page that was never meant for a reader.
_LEAK = re.compile(r"\{\{|\}\}|\{%|%\(\w+\)|<bound method|<function|object at 0x|Markup\(|Undefined|lazy_gettext")
_NONE = re.compile(r"(^|[/=\s(])None($|[/&\s),.])")
# As much of a time as HTML knows; of a second's fraction three digits at most.
_TIME = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?)?)?|\d\d:\d\d(:\d\d)?")
_UNSEEN = {"script", "style", "template", "datalist", "noscript"}
_CONTROLS = ("input", "select", "textarea")
_BUTTONS = ("submit", "image", "reset", "button")


class Fault(AssertionError):
    """The page breaks what every page owes its readers."""


def words(text: str) -> str:
    """``text`` with its white space as a reader sees it."""
    return " ".join(text.split())


def text_of(element: Element) -> str:
    """What a reader sees of ``element``."""
    return words("".join(_texts(element)))


def _texts(element: Element) -> Iterator[str]:
    # Comments have a function for a tag.
    if isinstance(element.tag, str) and element.tag not in _UNSEEN:
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
        yield " " if element.tag in ("td", "th", "li", "p", "dt", "dd", "option", "h1", "h2", "h3", "div") else ""


def parse(html: str) -> Element:
    """The tree of a whole page, or of a fragment of one; the first fault of the HTML raises."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    try:
        if html.lstrip()[:9].lower() == "<!doctype":
            return parser.parse(html)
        fragment = Element("fragment")
        fragment.extend(parser.parseFragment(html))
        return fragment
    except ParseError as error:
        (line, column), code, values = parser.errors[-1]
        lines = html.splitlines()
        excerpt = "\n".join(lines[max(line - 2, 0) : line + 1])
        raise Fault(f"HTML: {error} ({code} {values}) at line {line}, column {column}:\n{excerpt}") from None


@dataclass
class Form:
    """A form of a page, with what is filled in."""

    page: "Page"
    element: Element

    @property
    def method(self) -> str:
        return self.element.get("method", "get").upper()

    @property
    def action(self) -> str:
        return self.element.get("action") or self.page.path

    @property
    def controls(self) -> list[Element]:
        """Everything that is filled in, hidden or not."""
        return [one for one in self.element.iter() if one.tag in _CONTROLS and one.get("name")]

    @property
    def buttons(self) -> list[Element]:
        """Everything that sends the form off."""
        of_button = [one for one in self.element.iter("button") if one.get("type", "submit") == "submit"]
        return of_button + [one for one in self.element.iter("input") if one.get("type") == "submit"]

    def named(self, name: str) -> list[Element]:
        """The controls with the name or with the label ``name``."""
        by_name = [one for one in self.controls if one.get("name") == name]
        return by_name or [one for one in self.controls if name in self.page.labels_of(one)]

    def values(self) -> list[tuple[str, Any]]:
        """What a browser would send if nothing were touched."""
        return [(str(control.get("name")), value) for control in self.controls for value in _sent(control)]

    def filled(self, entries: Mapping[str, Any]) -> list[tuple[str, Any]]:
        """What a browser would send after ``entries`` were made, by name or by label; files go as (stream, name)."""
        sent = self.values()
        for key, value in entries.items():
            controls = self.named(key)
            if not controls:
                known = sorted({str(one.get("name")) for one in self.controls})
                raise Fault(f"No field {key!r} in the form of {self.page.path}; it has {known}")
            names = {str(one.get("name")) for one in controls}
            if len(names) > 1:
                raise Fault(f"More than one field is called {key!r}: {sorted(names)}")
            if any("disabled" in one.attrib for one in controls):
                raise Fault(f"The field {key!r} is disabled")
            name = names.pop()
            all_of_name = [one for one in self.controls if one.get("name") == name]
            sent = [pair for pair in sent if pair[0] != name]
            sent += [(name, one) for one in _entered(self.page, all_of_name, value)]
        return sent


def _sent(control: Element) -> list[Any]:
    kind = control.get("type", "text")
    if "disabled" in control.attrib or (control.tag == "input" and kind in _BUTTONS):
        return []
    if control.tag == "textarea":
        # The first line end after the tag is no part of the text.
        return [(control.text or "").removeprefix("\n").replace("\n", "\r\n")]
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = [one for one in options if "selected" in one.attrib]
        if not chosen and "multiple" not in control.attrib:
            chosen = options[:1]
        return [_value(one) for one in chosen]
    if kind in ("checkbox", "radio"):
        return [control.get("value", "on")] if "checked" in control.attrib else []
    return [] if kind == "file" else [control.get("value", "")]


def _value(option: Element) -> str:
    return option.get("value", text_of(option))


def _entered(page: "Page", controls: list[Element], value: Any) -> list[Any]:
    first = controls[0]
    kind = first.get("type", "text")
    if first.tag == "select":
        wanted = list(value) if isinstance(value, list | tuple | set) else [value]
        return [_option(first, one) for one in wanted]
    if kind in ("checkbox", "radio"):
        if isinstance(value, bool):
            return [first.get("value", "on")] if value else []
        wanted = list(value) if isinstance(value, list | tuple | set) else [value]
        return [_box(page, controls, str(one)) for one in wanted]
    if kind == "file":
        return list(value) if isinstance(value, list) else [value]
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return ["" if value is None else str(value)]


def _option(select: Element, wanted: Any) -> str:
    text = "" if wanted is None else str(wanted)
    for option in select.iter("option"):
        if text in (_value(option), text_of(option)):
            return _value(option)
    raise Fault(f"{select.get('name')!r} offers no {text!r}, only {[text_of(one) for one in select.iter('option')]}")


def _box(page: "Page", controls: list[Element], wanted: str) -> str:
    for control in controls:
        if wanted == control.get("value") or wanted in page.labels_of(control):
            return control.get("value", "on")
    raise Fault(f"{controls[0].get('name')!r} offers no box {wanted!r}")


@dataclass
class Page:
    """An answer of the application. Text and structure are asked in a reader's terms."""

    path: str
    status: int
    headers: Any
    data: bytes
    statements: list[str] = field(default_factory=list)
    browser: Any = None

    @property
    def is_html(self) -> bool:
        return str(self.headers.get("Content-Type", "")).startswith("text/html")

    @property
    def html(self) -> str:
        return self.data.decode()

    @property
    def location(self) -> str:
        """Where the answer sends the browser on."""
        return str(self.headers["Location"])

    @cached_property
    def tree(self) -> Element:
        return parse(self.html)

    @cached_property
    def main(self) -> Element:
        """What is special to this page."""
        found = self.tree.find(".//main")
        return self.tree if found is None else found

    @property
    def text(self) -> str:
        """What a reader sees in the middle of the page."""
        return text_of(self.main)

    def __contains__(self, wanted: str) -> bool:
        return words(wanted) in self.text

    @property
    def title(self) -> str:
        found = self.tree.find(".//title")
        return "" if found is None else words(found.text or "")

    @property
    def heading(self) -> str:
        return text_of(self.tree.find(".//h1"))  # type: ignore[arg-type]  # every page has one; tests fail without

    def select(self, selector: str) -> list[Element]:
        """The elements that a CSS ``selector`` means."""
        root = cssselect2.ElementWrapper.from_html_root(self.tree)
        return [found.etree_element for found in root.query_all(selector)]

    def texts(self, selector: str) -> list[str]:
        """What a reader sees of the elements that a CSS ``selector`` means."""
        return [text_of(one) for one in self.select(selector)]

    @property
    def links(self) -> list[tuple[str, str]]:
        """(text, address) of every link."""
        return [(self.name_of(one), str(one.get("href"))) for one in self.tree.iter("a") if one.get("href")]

    def link(self, text: str) -> str:
        """The address of the one link called ``text``; links of the middle of the page come first."""
        for part in (self.main, self.tree):
            found = {str(one.get("href")) for one in part.iter("a") if text in (self.name_of(one), text_of(one))}
            if len(found) == 1:
                return found.pop()
            if found:
                raise Fault(f"More than one link is called {text!r}: {sorted(found)}")
        raise Fault(f"No link {text!r} on {self.path}; there are {[name for name, _ in self.links]}")

    def has_link(self, text: str) -> bool:
        return any(text == name for name, _address in self.links)

    @property
    def facts(self) -> dict[str, str]:
        """{term: description} of the lists of facts."""
        found: dict[str, str] = {}
        term = ""
        for one in self.main.iter():
            if one.tag == "dt":
                term = text_of(one)
            elif one.tag == "dd":
                found[term] = words(f"{found.get(term, '')} {text_of(one)}")
        return found

    @property
    def rows(self) -> list[list[str]]:
        """The texts of the cells in the bodies of tables, row by row."""
        bodies = [row for body in self.main.iter("tbody") for row in body.iter("tr")]
        return [[text_of(cell) for cell in row if cell.tag in ("td", "th")] for row in bodies]

    @property
    def errors(self) -> dict[str, str]:
        """{field's name: what is wrong with it}, as described to who cannot see where it stands."""
        found = {}
        for control in self.main.iter():
            if control.get("aria-describedby"):
                for id_ in str(control.get("aria-describedby")).split():
                    if id_.endswith("-error"):
                        name = control.get("name") or str(control.get("id"))
                        found[name] = text_of(self.by_id[id_]).removeprefix("오류:").removeprefix("Error:").strip()
        return found

    @property
    def alerts(self) -> list[str]:
        """What is announced at once: faults of a whole form, conflicts, refusals, what was done."""
        return [text_of(one) for one in self.tree.iter() if one.get("role") in ("alert", "status")]

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {str(one.get("id")): one for one in self.tree.iter() if one.get("id")}

    @cached_property
    def _parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.tree.iter() for child in parent}

    def labels_of(self, control: Element) -> list[str]:
        """The texts that name ``control``."""
        found = [one for one in self.tree.iter("label") if control.get("id") and one.get("for") == control.get("id")]
        above = self._parents.get(control)
        while above is not None:
            if above.tag == "label":
                found.append(above)
            above = self._parents.get(above)
        names = [text_of(one).rstrip("* ") for one in found]
        names += [text_of(self.by_id[one]) for one in str(control.get("aria-labelledby", "")).split()]
        return [name for name in [*names, words(control.get("aria-label", ""))] if name]

    def name_of(self, element: Element) -> str:
        """What a link or a button is called."""
        pictures = " ".join(one.get("alt", "") for one in element.iter("img"))
        return words(element.get("aria-label", "") or element.get("value", "") * (element.tag == "input")) or words(
            f"{text_of(element)} {pictures}"
        )

    @property
    def forms(self) -> list[Form]:
        return [Form(self, one) for one in self.tree.iter("form")]

    def form(self, fields: Iterable[str] = (), button: str | None = None) -> Form:
        """The one form of the page that has ``fields`` and is sent off by ``button``; the page's middle comes first."""
        for part in (self.main, self.tree):
            found = [Form(self, one) for one in part.iter("form")]
            found = [one for one in found if all(one.named(name) for name in fields)]
            if button is not None:
                found = [one for one in found if any(self.name_of(sender) == button for sender in one.buttons)]
            elif len(found) > 1:
                # The form that the page is about asks something.
                asking = [one for one in found if any(self.labels_of(control) for control in one.controls)]
                found = asking or found
            if len(found) == 1:
                return found[0]
            if found:
                raise Fault(f"{len(found)} forms of {self.path} could be meant; name the button")
        known = [[self.name_of(sender) for sender in one.buttons] for one in self.forms]
        raise Fault(f"No form of {self.path} has the fields {list(fields)} and the button {button!r}; buttons: {known}")

    def submit(
        self, entries: Mapping[str, Any] | None = None, button: str | None = None, *, status: int = 303, **options: Any
    ) -> "Page":
        """Fill in the form that has ``entries`` (by name or by label), press its ``button``, expect ``status``."""
        entries = entries or {}
        form = self.form(entries, button)
        sent = form.filled(entries)
        pressed = [one for one in form.buttons if button is None or self.name_of(one) == button]
        if pressed and pressed[0].get("name"):
            sent.append((str(pressed[0].get("name")), pressed[0].get("value", "")))
        return self.browser.send(form.method, form.action, sent, status=status, **options)  # type: ignore[no-any-return]

    def click(self, text: str, *, status: int = 200, **options: Any) -> "Page":
        """Follow the link called ``text``."""
        return self.browser.get(self.link(text), status=status, **options)  # type: ignore[no-any-return]

    def follow(self, *, status: int = 200, **options: Any) -> "Page":
        """Go where the answer sends the browser."""
        return self.browser.get(self.location, status=status, **options)  # type: ignore[no-any-return]

    def check(self) -> None:
        """Hold the page to what every page owes; raises :class:`Fault` with all that is wrong."""
        faults = list(self._faults() if self.tree.tag == "html" else self._faults_of_parts())
        if faults:
            raise Fault(f"{self.path}:\n  " + "\n  ".join(faults))

    def _faults(self) -> Iterator[str]:
        if self.tree.get("lang") not in LANGUAGES:
            yield f"lang is {self.tree.get('lang')!r}"
        if not self.title:
            yield "no title"
        headings = list(self.tree.iter("h1"))
        if len(headings) != 1 or not text_of(headings[0]):
            yield f"{len(headings)} h1, or an empty one"
        if len(list(self.tree.iter("main"))) != 1:
            yield "not exactly one main"
        yield from self._faults_of_parts()

    def _faults_of_parts(self) -> Iterator[str]:
        seen: set[str] = set()
        for element in self.tree.iter():
            if not isinstance(element.tag, str):
                continue
            id_ = element.get("id")
            if id_ is not None and (id_ in seen or not id_ or " " in id_):
                yield f"id {id_!r} is empty, spaced or there twice"
            seen.add(str(id_))
            yield from self._faults_of_reference(element)
            yield from self._faults_of_name(element)
            yield from self._leaks(element)

    def _faults_of_reference(self, element: Element) -> Iterator[str]:
        for attribute in ("for", "list", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"):
            for id_ in str(element.get(attribute, "")).split():
                if id_ not in self.by_id:
                    yield f"{element.tag} {attribute}={id_!r} leads nowhere"
        href = element.get("href", "")
        if href.startswith("#") and href[1:] not in self.by_id:
            yield f"the link {href!r} leads nowhere"

    def _faults_of_name(self, element: Element) -> Iterator[str]:
        kind = element.get("type", "text")
        if element.tag in ("a", "button") and not self.name_of(element):
            yield f"{element.tag} without a name: {element.attrib}"
        if element.tag == "time" and not _TIME.fullmatch(element.get("datetime", text_of(element))):
            yield f"{element.get('datetime')!r} is no time that HTML knows"
        if element.tag == "img" and element.get("alt") is None:
            yield f"img without alt: {element.get('src')}"
        if element.tag in _CONTROLS and kind not in ("hidden", *_BUTTONS) and not self.labels_of(element):
            yield f"{element.tag} name={element.get('name')!r} without a label"
        if element.tag == "form" and element.get("method", "get").lower() == "post":
            if not any(one.get("name") == "csrf_token" for one in element.iter("input")):
                yield f"a form for {element.get('action')!r} without its token"

    def _leaks(self, element: Element) -> Iterator[str]:
        if element.tag in ("script", "style", "textarea", "code", "pre"):
            return
        own = [element.text or "", *(child.tail or "" for child in element)]
        attributes = [value for name, value in element.attrib.items() if name != "value" or element.tag == "input"]
        for text in [*own, *attributes]:
            if _LEAK.search(text):
                yield f"this leaks into the page: {words(text)[:100]!r}"
        # “None” is a choice in English; in Korean, and in any address, it is a value that is not there.
        korean = self.tree.get("lang") == "ko" and element.tag != "option"
        addresses = [element.get(name, "") for name in ("href", "src", "action", "id", "for")]
        for text in [*(own if korean else ()), *addresses]:
            if _NONE.search(text):
                yield f"“None” in the page: {words(text)[:100]!r}"
