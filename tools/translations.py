"""Keeps the catalogue in step with the code's messages: `update` merges new ones in, `check` fails unless all is said.

Message ids are the English text, so English needs no catalogue; Korean must have every message.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import partnerships.models  # noqa: F401  # maps every table, so that their fields are known
from partnerships.web.naming import act_in_words, field_in_words, watched_fields

ROOT = Path(__file__).resolve().parent.parent
SOURCES = {"partnerships", "templates"}
CATALOGUE = ROOT / "partnerships" / "translations" / "ko" / "LC_MESSAGES" / "messages.po"
# A new page brings dozens at once; more than these help nobody in a log.
SHOWN = 25
KEYWORDS = {**DEFAULT_KEYWORDS, "lazy_gettext": None, "lazy_ngettext": (1, 2)}


def in_code() -> Catalog:
    """Every message that the code and the templates mark, with the files that use it."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    template = Catalog(project="partnerships", charset="utf-8")
    found = extract_from_dir(
        ROOT,
        methods,
        options,
        keywords=KEYWORDS,
        directory_filter=lambda folder: Path(folder).relative_to(ROOT).parts[0] in SOURCES,
    )
    for name, line, message, comments, context in found:
        template.add(message, None, [(name, line)], auto_comments=comments, context=context)
    for message in sorted(in_history()):
        template.add(message, None, [("partnerships/web/naming.py", 1)])
    return template


def in_history() -> set[str]:
    """What the history calls acts and fields, in words: nobody writes these messages, they follow from the code."""
    return {act_in_words(act) for act in acts()} | {field_in_words(field) for field in watched_fields()}


def acts() -> Iterator[str]:
    """The names that commands give to what they do: the second word of ``transaction(actor, "act")``."""
    for path in (ROOT / "partnerships").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "transaction" and len(node.args) > 1:
                yield from (one.value for one in ast.walk(node.args[1]) if is_name(one))
            # Where the act follows from what is asked for, a table named for acts holds the names.
            is_table = isinstance(node, ast.Assign | ast.AnnAssign) and "ACTS" in ast.unparse(node).split("=")[0]
            if is_table and node.value:
                yield from (one.value for one in ast.walk(node.value) if is_name(one))


def is_name(node: ast.AST) -> bool:
    """Whether ``node`` is a word such as ``record_city``."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier()


def kept() -> Catalog:
    """The Korean catalogue as it lies in the repository; an empty one before its first update."""
    if not CATALOGUE.exists():
        return Catalog(locale="ko", project="partnerships", charset="utf-8", fuzzy=False)
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="ko")


def text_of(message: Message) -> str:
    """The message as a person would look for it."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def is_translated(message: Message) -> bool:
    """Whether every form of the message is said in Korean."""
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(forms) and all(forms)


def faults() -> Iterator[str]:
    """What keeps Korean from being complete, one line each."""
    template, korean = in_code(), kept()
    for message in template:
        if not message.id:
            continue
        known = korean.get(message.id, message.context)
        where = message.locations[0][0] if message.locations else "?"
        if known is None:
            yield f"missing: {text_of(message)!r} ({where})"
        elif known.pluralizable != message.pluralizable:
            yield f"plural forms differ: {text_of(message)!r} ({where})"
        elif not is_translated(known):
            yield f"untranslated: {text_of(message)!r} ({where})"
        elif known.fuzzy:
            yield f"fuzzy: {text_of(message)!r} ({where})"
    for message in korean:
        if message.id and template.get(message.id, message.context) is None:
            yield f"no longer in the code: {text_of(message)!r}"
        for error in message.check(korean):
            yield f"wrong: {text_of(message)!r}: {error}"
    for message in korean.obsolete.values():
        yield f"obsolete: {text_of(message)!r}"


def check() -> int:
    """Print what is wrong with the catalogue; 1 when anything is."""
    found = sorted(set(faults()))
    if found:
        print("\n".join(found[:SHOWN]))
        print(f"{len(found)} messages to mend in {CATALOGUE.relative_to(ROOT)}; `make translations` merges new ones in")
    return 1 if found else 0


def update() -> int:
    """Merge the code's messages into the catalogue; what the code no longer has is dropped."""
    korean = kept()
    # No guesses from similar messages: a wrong word on an official paper is worse than a missing one, which is found.
    korean.update(in_code(), no_fuzzy_matching=True, update_creation_date=False)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, korean, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    left = sum(1 for message in korean if message.id and not is_translated(message))
    print(f"{len(korean)} messages, {left} to translate, in {CATALOGUE.relative_to(ROOT)}")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Do what the one argument names."""
    acts = {"check": check, "update": update}
    if len(arguments) != 1 or arguments[0] not in acts:
        print("usage: python tools/translations.py check|update", file=sys.stderr)
        return 2
    return acts[arguments[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
