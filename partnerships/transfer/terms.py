"""What a pasted text says of its own beginning, term, renewal and notice, as far as the usual words tell."""

import re
from dataclasses import dataclass, field
from typing import Any

from partnerships.models.agreement import NoticeKind, RenewalKind, TermKind

_NUMBERS = {
    **{word: at for at, word in enumerate(("one", "two", "three", "four", "five", "six", "seven"), 1)},
    **{word: at for at, word in enumerate(("일", "이", "삼", "사", "오", "육", "칠"), 1)},
    **{"ten": 10, "십": 10, "twelve": 12, "a": 1, "an": 1},
}
_WORDS = "one|two|three|four|five|six|seven|ten|twelve|an?"
_KO = r"(?P<count>\d{1,3}|[일이삼사오육칠십])\s?(?P<unit>년|개월)"
_EN = rf"(?P<count>\d{{1,3}}|{_WORDS})(?: ?\(\w+\))?[ -](?P<unit>year|month)s?"
_SENTENCES = re.compile(r"(?<=다\.)\s*|(?<=[a-z)][.;])\s+|\n\s*\n|\n(?=\s*제\s?\d+조)")

_TERM = (
    re.compile(rf"(서명|체결|발효|효력|유효)[^.]{{0,40}}?{_KO}\s?(간|동안)(?!.{{0,8}}(연장|갱신))"),
    re.compile(rf"(유효|존속|효력)\s?기간[^.]{{0,20}}?{_KO}(?!\s?(전|이전|씩))"),
    re.compile(rf"{_KO}\s?(간|동안)\s?(유효|효력)"),
    re.compile(rf"\b(effect|effective|force|valid)\b[^.]{{0,60}}?\b(for|of) {_EN}\b", re.I),
)
_INDEFINITE = re.compile(r"무기한|기한의 (정함|제한)이? 없|\bindefinite(ly)?\b", re.I)
_FROM_SIGNING = re.compile(
    r"(서명|체결)(일|한 날|하는 날|과 동시에|과 함께)[^.]{0,12}(부터|효력|발효)"
    r"|\b(on|upon|from|after)( the date of)?( its| their)? (signature|signing)\b",
    re.I,
)
_AUTOMATIC = re.compile(r"자동(적으로|으로)?[^.]{0,12}(연장|갱신)|automatically[^.]{0,12}(renew|extend)", re.I)
_RENEWED_BY = (
    re.compile(rf"{_KO}\s?(간|씩|동안|단위로)\s?[^.\d]{{0,8}}(연장|갱신)"),
    re.compile(rf"자동[^.]{{0,6}}\s{_KO}\s?(간|씩|동안)?\s?(연장|갱신)"),
    re.compile(rf"automatically (?:renew|extend)\w*[^.]{{0,40}}?\b{_EN}\b", re.I),
)
_BY_AGREEMENT = re.compile(
    r"(합의|협의)(에 의[해하]여?|에 따라|로|하여|를 거쳐|를 통해)[^.]{0,20}(연장|갱신)"
    r"|(renewed|extended)[^.]{0,30}by (mutual )?(written )?(agreement|consent)",
    re.I,
)
_NOTICE = (
    re.compile(rf"{_KO}\s?(전|이전)[^.]{{0,40}}(통보|통지|고지)"),
    re.compile(rf"\b{_EN}['’]?s?['’]?( (prior|advance|written|in))*,? notice", re.I),
    re.compile(rf"\bnoti(ce|f)[^.]{{0,60}}?\b{_EN} (before|prior|in advance)", re.I),
    re.compile(rf"\b{_EN} (before|prior)[^.]{{0,60}}\bnoti(ce|f)", re.I),
)


@dataclass
class Terms:
    """The fields of an agreement that the text suggests, and the sentences that say so.

    ``from_signing``: the text says that it takes effect with the signature.
    """

    details: dict[str, Any] = field(default_factory=dict)
    from_signing: bool = False
    sentences: list[str] = field(default_factory=list)


def terms_in(text: str) -> Terms:
    """What ``text`` says of term, renewal and notice; the first sentence that speaks of one settles it."""
    terms = Terms()
    for sentence in filter(None, (" ".join(part.split()) for part in _SENTENCES.split(text))):
        said = {**_term(sentence), **_renewal(sentence), **_notice(sentence)}
        kinds = [name for name in said if name.endswith("_kind") and name not in terms.details]
        begins = not terms.from_signing and _FROM_SIGNING.search(sentence) is not None
        terms.from_signing |= begins
        if kinds or begins:
            terms.sentences.append(sentence)
        for kind in kinds:
            months = kind.replace("_kind", "_months")
            terms.details |= {name: said[name] for name in (kind, months) if name in said}
    return terms


def _term(sentence: str) -> dict[str, Any]:
    months = _months(_TERM, sentence)
    if months:
        return {"term_kind": TermKind.MONTHS, "term_months": months}
    return {"term_kind": TermKind.INDEFINITE} if _INDEFINITE.search(sentence) else {}


def _renewal(sentence: str) -> dict[str, Any]:
    if _AUTOMATIC.search(sentence):
        months = _months(_RENEWED_BY, sentence)
        return {"renewal_kind": RenewalKind.AUTOMATIC} | ({"renewal_months": months} if months else {})
    return {"renewal_kind": RenewalKind.BY_AGREEMENT} if _BY_AGREEMENT.search(sentence) else {}


def _notice(sentence: str) -> dict[str, Any]:
    months = _months(_NOTICE, sentence)
    return {"notice_kind": NoticeKind.MONTHS, "notice_months": months} if months else {}


def _months(patterns: tuple[re.Pattern[str], ...], sentence: str) -> int | None:
    match = next(filter(None, (pattern.search(sentence) for pattern in patterns)), None)
    if match is None:
        return None
    count = int(match["count"]) if match["count"].isdecimal() else _NUMBERS[match["count"].lower()]
    return count * (12 if match["unit"].lower() in ("년", "year") else 1)
