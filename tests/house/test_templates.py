"""Templates: each is used, imports nothing in vain, says what it is for, and leaves every word to the catalogue."""

import ast
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import nodes
from jinja2.meta import find_referenced_templates

from tests.house.sources import modules, templates

pytestmark = pytest.mark.database("sqlite")

# Names of languages stand in that language, whatever the page's is; names of standards are names.
_OWN_NAMES = {"English", "한국어", "SHA", "Wikidata", "GeoNames", "CC", "BY"}
_TAG = re.compile(r"<!--.*?-->|<[^>]*>?|&\w+;|^[^<]*>|[\w-]+=\"[^\"]*\"", re.DOTALL)
_WORD = re.compile(r"[A-Za-z가-힣]{2,}")


def trees(app: Flask) -> dict[str, nodes.Template]:
    return {name: app.jinja_env.parse(source) for name, source in templates()}


def used_names(tree: nodes.Template) -> set[str]:
    return {one.name for one in tree.find_all(nodes.Name) if one.ctx == "load"}


def imported(tree: nodes.Template) -> Iterator[tuple[str, str, str]]:
    """(template, macro, name here) of everything imported by name."""
    for one in tree.find_all(nodes.FromImport):
        if isinstance(one.template, nodes.Const):
            for name in one.names:
                macro, here = name if isinstance(name, tuple) else (name, name)
                yield one.template.value, macro, here


def test_every_template_is_used(app: Flask) -> None:
    used: set[str | None] = set()
    for _path, tree in modules("partnerships"):
        constants = (one.value for one in ast.walk(tree) if isinstance(one, ast.Constant))
        used.update(value for value in constants if isinstance(value, str) and value.endswith(".html"))
    for tree in trees(app).values():
        used.update(find_referenced_templates(tree))
    assert {name for name, _source in templates()} - used == set()


def test_nothing_is_imported_in_vain(app: Flask) -> None:
    parsed = trees(app)
    in_vain = set()
    for name, tree in parsed.items():
        # A template that is included sees what the including one imported.
        included = [one.template.value for one in tree.find_all(nodes.Include) if isinstance(one.template, nodes.Const)]
        used = used_names(tree).union(*(used_names(parsed[one]) for one in included))
        in_vain |= {(name, here) for _template, _macro, here in imported(tree) if here not in used}
    assert in_vain == set()


def test_every_macro_is_used(app: Flask) -> None:
    parsed = trees(app)
    called = {(template, macro) for tree in parsed.values() for template, macro, _here in imported(tree)}
    unused = {
        (name, macro.name)
        for name, tree in parsed.items()
        for macro in tree.find_all(nodes.Macro)
        if (name, macro.name) not in called and macro.name not in used_names(tree)
    }
    assert unused == set()


def test_every_template_says_what_it_is_for() -> None:
    assert [name for name, source in templates() if not source.startswith("{#")] == []


def test_every_word_goes_through_the_catalogue(app: Flask) -> None:
    bare = []
    for name, tree in trees(app).items():
        # The tags of one element may lie in several pieces, with expressions between them.
        whole = "".join(
            one.data if isinstance(one, nodes.TemplateData) else "" for one in tree.find_all(nodes.TemplateData)
        )
        bare += [(name, word) for word in _WORD.findall(_TAG.sub(" ", whole)) if word not in _OWN_NAMES]
    assert bare == []
