"""What the words of a clause say of themselves: what is promised, how often, by whom, or that nothing is promised."""

import re
from collections.abc import Sequence

from partnerships.languages import N_
from partnerships.models.agreement import Cadence, CommitmentKind
from partnerships.models.side import Side


def _any(*words: str) -> re.Pattern[str]:
    """One pattern for any of ``words``, whatever their case."""
    return re.compile("|".join(words), re.IGNORECASE)


_LEARNT = r"(polic|practice|experience|knowledge|information|expertise)"
_KINDS = (
    (
        CommitmentKind.STAFF_EXCHANGE,
        _any(
            r"(직원|공무원)\S{0,3}\s?(상호\s?)?(파견|교류|연수)|상호\s?파견|파견\s?근무|인사\s?교류",
            r"staff (exchange|secondment)|second(ed|ments?)\b",
            r"(exchange|dispatch|second) (of )?(\w+ )?(staff|officials|personnel)",
        ),
    ),
    (
        CommitmentKind.JOIN_BODY,
        _any(
            r"국제\s?(기구|회의|행사기구)|(기구|협의체)에?\s?(가입|참여)",
            r"international (organi[sz]ations?|bodies|conferences?|networks?)|(join|accede to) ",
        ),
    ),
    (
        CommitmentKind.SHARE_POLICY,
        _any(
            r"우수\s?(정책|사례|시책)",
            r"(정책|사례|경험|지식|정보|기술|노하우)\S{0,5}( 및 \S+| 등)?\s?[을를의]?\s?(상호\s?)?(공유|교환|전수)",
            rf"best practices?|shar(e|ing)( of)? .{{0,60}}{_LEARNT}|exchang(e|ing)( of)? .{{0,40}}{_LEARNT}",
        ),
    ),
    (
        CommitmentKind.INSTITUTIONS,
        _any(
            r"(기관|대학|학교|박물관|미술관|도서관|단체|연구원|상공회의소|기업)(들)?\s?(간|사이|끼리)",
            r"(institutions|universities|schools|museums|libraries|chambers|organi[sz]ations|compan(y|ies)|businesses)\b",
        ),
    ),
    (
        CommitmentKind.EVENTS,
        _any(
            r"행사|축제|문화제|공연|전시|박람회|포럼|세미나|심포지엄|대회|경기|기념일|사절단",
            r"\b(events?|festivals?|exhibitions?|forums?|fora|seminars?|tournaments?|performances?|fairs?|concerts?)\b",
        ),
    ),
    (
        CommitmentKind.CONSULT,
        _any(r"협의|정례\s?회의|회의를|회담|연락관|면담|소통", r"\b(consult|meet|discuss|liaison|contact points?)"),
    ),
    # Whatever else is held is an event, be it called a camp or a week of films.
    (CommitmentKind.EVENTS, _any(r"개최|주최", r"\b(hosts?|hold)\b")),
)
_EVERY_YEAR = _any(
    r"매년|해마다|매 해|연례|(?<![\d.])연\s?간?\s?\d\s?회|1년에",
    r"\bannual|every year|each year|yearly|(once|twice) a year",
)
_EVERY_FEW = (
    (_any(r"격년|[2이두]\s?년\s?마다|[2이두]\s?년에", r"every (other|second|two|2) years?|biennial"), 2),
    (_any(r"[3삼세]\s?년\s?(마다|에 한|에 1)", r"every (three|3) years|every third year|triennial"), 3),
    (_any(r"[4사네]\s?년\s?(마다|에 한|에 1)", r"every (four|4) years|quadrennial"), 4),
    (_any(r"([5오]|다섯)\s?년\s?(마다|에 한|에 1)", r"every (five|5) years"), 5),
)
_EVERY_N = re.compile(r"(\d{1,2})\s?년\s?마다|every (\d{1,2}) years", re.IGNORECASE)
_IN_TURN = _any(r"교대로|번갈아|윤번|순번제|돌아가며|순회\s?개최|윤회\s?개최", r"alternat|in turn|\brotat")
_BOTH = _any(
    r"(양\s?(도시|시|측|기관|자치단체|국|지역|당사자)|쌍방|두 (도시|시)|당사자(들)?)\s?[은는이가]",
    r"\b(the parties|both (cities|sides|parties)|the two cities|each (party|side|city)|jointly)\b",
)
_SUFFIXES = ("특별자치시", "특별자치도", "특별시", "광역시", "직할시")

# Clauses that promise nothing: (why, the headings, the words by which they are known).
_THIS = r"this (memorandum|mou|agreement|arrangement|declaration|letter|protocol)\b.{0,80}"
_PAPER = (
    (
        N_("It defines words."),
        _any(r"정의|용어", r"\b(definitions?|interpretation)\b"),
        _any(
            r"(이란|란|라 함은) .{0,200}(말한다|의미한다|뜻한다)|용어의 (정의|뜻)",
            r"[\"”’']\s?(means|shall mean|refers to)\b",
        ),
    ),
    (
        N_("It says what the paper is for."),
        _any(r"목적|취지|배경|전문$", r"\b(purposes?|objectives?|preamble|background)\b"),
        _any(r"[을를] 목적으로\s?(한다|합니다)", r"\b(the )?(purpose|objective) of this\b"),
    ),
    (
        N_("It governs the paper itself."),
        _any(
            r"효력|발효|시행일?$|유효|기간$|개정|수정$|변경$|해지|종료|종결|폐기|갱신|연장|분쟁|해석|구속력|법적|준거",
            r"언어$|정본|부칙|비밀|서명|비용|경비|기타 사항",
            r"\b(entry into force|effect|effective|duration|terms?|validity|amendments?|modifications?)\b",
            r"\b(termination|renewal|extension|disputes?|settlement|legal|governing|languages?|authentic)\b",
            r"\b(confidentiality|signatures?|costs?|expenses|finances?|financial|miscellaneous)\b",
            r"\b(general|final) provisions\b",
        ),
        _any(
            r"^(본|이|동)\s?(양해각서|협정|협약|합의서|의향서|각서|협의서|문서|선언)\S{0,3}\s.{0,80}"
            r"(효력|유효|발효|구속력|개정|수정|해지|종료|연장|갱신)",
            r"서명한 날(로)?부터|정본|(동등|동일)한 효력",
            rf"{_THIS}((enter|come)s? into (force|effect)|effective|legally binding|terminat|amend|modif|valid|renew)",
            rf"{_THIS}remain in (force|effect)|equally authentic|in duplicate",
        ),
    ),
)
_CLOSING = _any(
    r"(이상|상기|위|이)(의|에)?\s?.{0,20}(증명|증거|확인)(하기|하여|으로|키|코자).{0,30}",
    r".{0,60}(\d|두|세|각)\s?부\S{0,3}\s?(를|을)?\s?작성.{0,60}",
    r"in witness whereof.*|(done|signed|executed) (at|in|on|this|by|for)\b.*|(for and )?on behalf of? .*",
    r"\d{4}\s?[년.]\s?\d{1,2}\s?[월.]\s?\d{1,2}\s?[일.]?\s?(\(.\))?[,.]?(\s\S{1,12}(에서)?)?",
    r".*(\(인\)|\(서명\)|㊞|_{3,}|\.{6,}).*|date\s?:.*",
    r".{0,30}(특별시|광역시|시|도|구|군)장\s{1,9}\S{2,12}|(the )?(lord )?mayor( of)? .{0,60}",
)
_INTRODUCES = re.compile(
    r"(다음과 같[다이은]|다음 각\s?[호항]|(다음|아래)[을를] |아래와 같|"
    r"(다음|아래)의? (사항|분야|사업|내용|활동)|as follows|the following).{0,40}$|[:：]$|\b(in|by|of|on|including)$",
    re.DOTALL | re.IGNORECASE,
)
# A line that ends in a deed, as lines of Korean papers do; 교류, 협력 and 추진 alone name a field as often.
_ACTS = _any(
    r"(개최|실시|시행|파견|연수|초청|초빙|운영|공유|교환|제공|참가|참여|방문|유치|설치|구성)\s?(등)?[.,;]?$",
    r"[을를] .{0,40}(추진|지원|협력|교류|강화|확대|증진|마련|이행|장려|도모)\s?(등)?[.,;]?$",
    r"한다[.;]?$|합니다[.;]?$|\b(shall|will|agrees?)\b",
)
_ENDED = re.compile(r".*([.!?。;]|[다함음임됨])[\"'”’)\]]*", re.DOTALL)


def kind_of(text: str) -> CommitmentKind:
    """What is promised, as far as the words tell."""
    return next((kind for kind, words in _KINDS if _has(words, text)), CommitmentKind.OTHER)


def cadence_of(text: str) -> tuple[Cadence, int | None]:
    """How often it falls due, and after how many years where that is a number above one."""
    for words, years in _EVERY_FEW:
        if _has(words, text):
            return Cadence.EVERY_N_YEARS, years
    if (found := _EVERY_N.search(text)) and int(found[1] or found[2]) > 1:
        return Cadence.EVERY_N_YEARS, int(found[1] or found[2])
    return (Cadence.YEARLY if found or _has(_EVERY_YEAR, text) else Cadence.NOT_STATED), None


def takes_turns(text: str) -> bool:
    """Whether the two sides host in turn."""
    return _has(_IN_TURN, text)


def owed_by(text: str, home: Sequence[str], partner: Sequence[str]) -> Side:
    """Who owes it: the side that is the subject of the clause; both where both or neither is."""
    ours, theirs = _is_subject(home, text), _is_subject(partner, text)
    if ours == theirs or _has(_BOTH, text) or _are_joined(home, partner, text):
        return Side.BOTH
    return Side.HOME if ours else Side.PARTNER


def nothing_promised(heading: str | None, text: str) -> str | None:
    """Why the clause promises nothing; ``None`` when it reads like a promise."""
    for reason, heads, words in _PAPER:
        if heading and _has(heads, heading):
            return reason
        if _has(words, text):
            return reason
    return N_("It introduces the points below.") if introduces(text) else None


def introduces(text: str) -> bool:
    """Whether the words only lead to what follows."""
    return _INTRODUCES.search(text) is not None


def closes(line: str) -> bool:
    """Whether the words belong to the place, the day and the signatures under a paper."""
    return _CLOSING.fullmatch(line) is not None


def acts(text: str) -> bool:
    """Whether the words say what is done or how often, which a heading of points does not."""
    return cadence_of(text)[0] is not Cadence.NOT_STATED or takes_turns(text) or _has(_ACTS, text)


def is_ended(text: str) -> bool:
    """Whether a sentence ends here, so that what follows is another."""
    return _ENDED.fullmatch(text) is not None


def _has(words: re.Pattern[str], text: str) -> bool:
    return words.search(text) is not None


def _are_joined(home: Sequence[str], partner: Sequence[str], text: str) -> bool:
    """Whether both sides are named in one breath: 서울시와 도쿄도는, Seoul and Tokyo."""
    ours, theirs = ("|".join(map(re.escape, sorted(names_and_short_names(names)))) for names in (home, partner))
    between = r"(시|측)?(와|과| 및|·|,| and)\s?(the )?(city of )?"
    return bool(ours and theirs) and _has(_any(rf"({ours}){between}({theirs})|({theirs}){between}({ours})"), text)


def _is_subject(names: Sequence[str], text: str) -> bool:
    return any(_subject(name, text) for name in names_and_short_names(names))


def names_and_short_names(names: Sequence[str]) -> set[str]:
    """The names and their shorter ways of writing: 서울특별시, 서울시, 서울."""
    forms = {name for name in names if name}
    for name in tuple(forms):
        for suffix in _SUFFIXES:
            if name.endswith(suffix):
                forms |= {name.removesuffix(suffix), name.removesuffix(suffix) + suffix[-1]}
        if len(name) > 2 and name[-1] in "시도구군":
            forms.add(name[:-1])
    return forms


def _subject(name: str, text: str) -> bool:
    called = re.escape(name)
    if name.isascii():
        alone, acts = r"(?![^.;]{0,12}\band\b)[^.;,]{0,30}", r"(shall|will|agrees|undertakes|is to|hosts)"
        return _has(_any(rf"\b{called}\b{alone}\b{acts}\b"), text)
    return _has(_any(rf"(^|[\s,(]){called}\s?(시|측)?(은|는|이|가|에서는|측은)(?=[\s,])"), text)
