"""A pasted text is split into its clauses, whatever marks them, and says of each what it suggests."""

import pytest

from partnerships.models.agreement import Cadence, CommitmentKind
from partnerships.models.side import Side
from partnerships.transfer.clauses import Clause, split_clauses

MARKERS = [
    *"▴▲▪■□●○◦◇◆♦·•*–—-ㆍ▶",
    "ㅇ ",
    "\uf0a8 ",
]
NUMBERED = [
    ("1.", "2.", "3."),
    ("1)", "2)", "3)"),
    ("(1)", "(2)", "(3)"),
    ("①", "②", "③"),
    ("가.", "나.", "다."),
    ("가)", "나)", "다)"),
    ("(가)", "(나)", "(다)"),
    ("a)", "b)", "c)"),
    ("(a)", "(b)", "(c)"),
    ("A.", "B.", "C."),
    ("i.", "ii.", "iii."),
    ("i)", "ii)", "iii)"),
    ("제1조", "제2조", "제3조"),
    ("Article 1", "Article 2", "Article 3"),
    ("Section 1", "Section 2", "Section 3"),
    ("1.1", "1.2", "1.3"),
    ("１．", "２．", "３．"),
]
PROMISES = ("정책을 공유한다.", "직원을 상호 파견한다.", "축제를 개최한다.")


def operative(text: str) -> list[str]:
    return [clause.text for clause in split_clauses(text) if clause.is_operative]


def only(text: str) -> Clause:
    [clause] = split_clauses(text)
    return clause


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", " \t\n", "\r\n\r\n\r\n"])
@pytest.mark.parametrize("marker", MARKERS)
def test_each_bullet_is_a_clause(marker: str, end: str) -> None:
    text = end.join(f"{marker}{promise}" for promise in PROMISES)
    assert operative(text) == list(PROMISES)
    assert [clause.number for clause in split_clauses(text)] == [None] * 3


@pytest.mark.parametrize("before", ["", "\u3000", "\t", "\u00a0 ", "   "])
@pytest.mark.parametrize("markers", NUMBERED, ids=lambda markers: markers[0])
def test_each_number_is_a_clause_and_kept_as_written(markers: tuple[str, ...], before: str) -> None:
    text = "\n".join(f"{before}{marker} {promise}" for marker, promise in zip(markers, PROMISES, strict=True))
    clauses = split_clauses(text)
    assert [clause.text for clause in clauses] == list(PROMISES)
    written = [marker.translate(str.maketrans("１２３．", "123.")) for marker in markers]
    assert [clause.number for clause in clauses] == written


@pytest.mark.parametrize("markers", NUMBERED, ids=lambda markers: markers[0])
def test_a_line_without_a_marker_goes_on(markers: tuple[str, ...]) -> None:
    text = f"{markers[0]} 양 도시는 정책과\n제3조에 따라 경험을\n2013년부터 공유한\n다.\n{markers[1]} 축제를 개최한다."
    assert operative(text) == ["양 도시는 정책과 제3조에 따라 경험을 2013년부터 공유한다.", "축제를 개최한다."]


def test_the_bullets_of_a_press_release_are_told_from_what_surrounds_them() -> None:
    """Blank lines between the bullets, a sentence cut in two by them, and a report that goes on below."""
    text = (
        "양 도시는 앞으로\n\n▴문화․관광, 도시 계획 등 우수 정책사례 공유\n\n▴국제기구 및 국제회의에 가입, 참여\n\n"
        "▴교육 및 문화기관 간 교류\n\n▴상호 직원 파견을 실시해 지식 공유 등을 추진합니다.\n\n"
        "첫 시작으로 시장이 강연했습니다."
    )
    assert operative(text) == [
        "문화․관광, 도시 계획 등 우수 정책사례 공유",
        "국제기구 및 국제회의에 가입, 참여",
        "교육 및 문화기관 간 교류",
        "상호 직원 파견을 실시해 지식 공유 등을 추진합니다.",
    ]
    first, *_, last = split_clauses(text)
    assert (first.text, first.reason) == ("양 도시는 앞으로", "It stands before the first clause.")
    assert (last.text, last.reason) == ("첫 시작으로 시장이 강연했습니다.", "It stands outside the clauses.")
    assert [clause.kind for clause in split_clauses(text)[1:5]] == [
        CommitmentKind.SHARE_POLICY,
        CommitmentKind.JOIN_BODY,
        CommitmentKind.INSTITUTIONS,
        CommitmentKind.STAFF_EXCHANGE,
    ]


def test_a_bullet_within_a_line_and_a_blank_line_within_a_sentence_split_nothing() -> None:
    text = "- 문화▪관광, 정보기술,\n\n지속가능한 정책 분야 교류\n\n- 직원 상호 파견 등\n\n[ 첨부 ]\n\n양해각서(안)"
    assert operative(text) == ["문화▪관광, 정보기술, 지속가능한 정책 분야 교류", "직원 상호 파견 등"]


KOREAN = """자매결연 협정서
서울특별시와 도쿄도는 다음과 같이 합의한다.
제1조(목적) 이 협정은 양 도시의 우호를 증진함을 목적으로 한다.
제2조 (정의) "전문가"란 공무원을 말한다.
제3조(협력분야) 양 도시는 다음 각 호의 분야에서 협력한다.
① 문화 분야의 우수 정책을 공유한다. ② 직원을 상호 파견한다.
  가. 매년 1명
  나. 격년으로 교대로 개최
제4조(개최) ① 서울특별시는 축제를 개최한다.
② 도쿄도는 숙소를 제공한다.
제5조(효력) 이 협정은 서명한 날부터 3년간 효력을 가진다.
이를 증명하기 위하여 2부를 작성한다.
2013년 10월 21일
서울특별시장 홍길동   도쿄도지사
"""


def test_an_agreement_by_articles_keeps_its_numbers_and_headings() -> None:
    clauses = split_clauses(KOREAN, home=["서울특별시"], partner=["도쿄도"])
    assert [(clause.number, clause.heading, clause.text) for clause in clauses if clause.is_operative] == [
        ("제3조 ①", "협력분야", "문화 분야의 우수 정책을 공유한다."),
        ("제3조 ②", "협력분야", "직원을 상호 파견한다."),
        ("제3조 ② 가.", "협력분야", "매년 1명"),
        ("제3조 ② 나.", "협력분야", "격년으로 교대로 개최"),
        ("제4조 ①", "개최", "서울특별시는 축제를 개최한다."),
        ("제4조 ②", "개최", "도쿄도는 숙소를 제공한다."),
    ]
    assert [clause.reason for clause in clauses if not clause.is_operative] == [
        "It stands before the first clause.",
        "It says what the paper is for.",
        "It defines words.",
        "It introduces the points below.",
        "It governs the paper itself.",
        "It belongs to the signatures.",
    ]
    assert [clause.owed_by for clause in clauses if clause.number in ("제4조 ①", "제4조 ②")] == [
        Side.HOME,
        Side.PARTNER,
    ]


ENGLISH = """MEMORANDUM OF UNDERSTANDING

The City of Seoul and the City of Oslo agree as follows:

Article 1 (Purpose)
The purpose of this Memorandum is friendship.

ARTICLE 2. Areas of Cooperation
The Parties shall cooperate in:
a) culture and the arts, as set out in
Article 3 of the declaration;
b) staff exchange, every two years, alternately;
   i. one official each
   ii. for six months
c) Seoul shall host an annual festival.

Article 3 - Entry into force
This Memorandum shall enter into force on the date of signature.

Done at Seoul on 21 October 2013
Mayor of Seoul                      Mayor of Oslo
"""


def test_an_english_agreement_is_split_alike() -> None:
    clauses = split_clauses(ENGLISH, home=["서울특별시", "Seoul"], partner=["Oslo"])
    assert [(clause.number, clause.text) for clause in clauses if clause.is_operative] == [
        ("ARTICLE 2 a)", "culture and the arts, as set out in Article 3 of the declaration;"),
        ("ARTICLE 2 b)", "staff exchange, every two years, alternately;"),
        ("ARTICLE 2 b) i.", "one official each"),
        ("ARTICLE 2 b) ii.", "for six months"),
        ("ARTICLE 2 c)", "Seoul shall host an annual festival."),
    ]
    exchange, festival = (clause for clause in clauses if clause.number in ("ARTICLE 2 b)", "ARTICLE 2 c)"))
    assert (exchange.kind, exchange.cadence, exchange.cadence_years, exchange.hosts_alternate) == (
        CommitmentKind.STAFF_EXCHANGE,
        Cadence.EVERY_N_YEARS,
        2,
        True,
    )
    assert (festival.kind, festival.cadence, festival.owed_by) == (CommitmentKind.EVENTS, Cadence.YEARLY, Side.HOME)


def test_points_under_a_short_heading_keep_it() -> None:
    clauses = split_clauses(
        "1. 문화 교류\n - 축제 상호 방문\n - 미술관 간 교류\n2. 경제 교류\n - 기업 간 교류\n※ 세부는 별도 협의"
    )
    assert [(clause.number, clause.heading, clause.text) for clause in clauses if clause.is_operative] == [
        ("1.", "문화 교류", "축제 상호 방문"),
        ("1.", "문화 교류", "미술관 간 교류"),
        ("2.", "경제 교류", "기업 간 교류"),
    ]
    assert [clause.reason for clause in clauses if not clause.is_operative] == [
        "It is a heading of the points below.",
        "It is a heading of the points below.",
        "It is a note.",
    ]


def test_a_line_that_says_what_is_done_is_no_heading_of_the_bullets_after_it() -> None:
    clauses = split_clauses(
        "제2조(협력) 양 도시는 다음을 추진한다.\n가. 대기질 개선 정책 공유\n나. 매년 1회 전문가 세미나를 교대로 개최\n"
        "▴ 직원 상호 파견 및 연수\n- 청소년 환경캠프 개최\n다. 기업 간 교류"
    )
    assert [(clause.number, clause.text) for clause in clauses if clause.is_operative] == [
        ("제2조 가.", "대기질 개선 정책 공유"),
        ("제2조 나.", "매년 1회 전문가 세미나를 교대로 개최"),
        ("제2조", "직원 상호 파견 및 연수"),
        ("제2조", "청소년 환경캠프 개최"),
        ("제2조 다.", "기업 간 교류"),
    ]
    assert (clauses[0].number, clauses[0].reason) == ("제2조", "It introduces the points below.")
    seminar = clauses[2]
    assert (seminar.kind, seminar.cadence, seminar.hosts_alternate) == (CommitmentKind.EVENTS, Cadence.YEARLY, True)
    assert clauses[4].kind is CommitmentKind.EVENTS


@pytest.mark.parametrize(
    "lead",
    [
        "양 도시는 다음을 추진한다.",
        "양 도시는 다음과 같이 매년 교류한다.",
        "매년 다음 사업을 추진한다:",
        "The Parties shall cooperate in",
    ],
)
def test_bullets_under_words_that_lead_to_them_keep_their_number(lead: str) -> None:
    clauses = split_clauses(f"1. {lead}\n- 정책 공유\n- 축제 개최\n2. 직원 파견")
    assert [(clause.number, clause.is_operative) for clause in clauses] == [
        ("1.", False),
        ("1.", True),
        ("1.", True),
        ("2.", True),
    ]


def test_a_text_without_any_marker_has_a_clause_a_line() -> None:
    assert operative("매년 축제를 개최한다.\r\n직원을 상호 파견한다.\n\n정책을 공유한다") == [
        "매년 축제를 개최한다.",
        "직원을 상호 파견한다.",
        "정책을 공유한다",
    ]
    assert operative("The two cities share policies,\nand practices.\nThey consult every year.") == [
        "The two cities share policies, and practices.",
        "They consult every year.",
    ]


@pytest.mark.parametrize("empty", ["", " \n\t\r\n", "-----\n=====", "\u200b\n\ufeff", "- 3 -"])
def test_nothing_pasted_is_no_clause(empty: str) -> None:
    assert split_clauses(empty) == []


def test_what_word_processors_leave_is_cleaned() -> None:
    assert only("ㅇ\u3000정책\u00a0교\u00ad류를\u200b  추진\u00ad\n한다.").text == "정책 교류를 추진한다."


@pytest.mark.parametrize(
    "line",
    [
        "제1조 및 제2조에 따라 협력한다.",
        "제3조에 따라 협력한다.",
        "2013년에 서명한다.",
        "21. 10. 2013 is the day",
        "10. 21. 서명",
        "1.5 million won",
        "다. 그리고 또",
        "Article 3 of the declaration",
        "e.g. schools",
        "500명을 초청한다.",
    ],
)
def test_words_that_only_look_like_a_marker_go_on(line: str) -> None:
    assert len(split_clauses(f"■ 양 도시는\n{line}")) == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("우수 정책사례 공유", CommitmentKind.SHARE_POLICY),
        ("share best practices in housing", CommitmentKind.SHARE_POLICY),
        ("행정 경험과 지식을 공유", CommitmentKind.SHARE_POLICY),
        ("국제회의에 참여", CommitmentKind.JOIN_BODY),
        ("join international organizations", CommitmentKind.JOIN_BODY),
        ("문화기관 간 교류", CommitmentKind.INSTITUTIONS),
        ("cooperation between museums", CommitmentKind.INSTITUTIONS),
        ("공무원 상호 파견", CommitmentKind.STAFF_EXCHANGE),
        ("exchange of officials", CommitmentKind.STAFF_EXCHANGE),
        ("축제 공동 개최", CommitmentKind.EVENTS),
        ("청소년 환경캠프 개최", CommitmentKind.EVENTS),
        ("정례회의를 개최", CommitmentKind.CONSULT),
        ("hold a joint festival", CommitmentKind.EVENTS),
        ("세부사항을 협의한다", CommitmentKind.CONSULT),
        ("consult each other", CommitmentKind.CONSULT),
        ("우의를 다진다", CommitmentKind.OTHER),
    ],
)
def test_the_words_suggest_what_is_promised(words: str, kind: CommitmentKind) -> None:
    assert only(words).kind is kind


@pytest.mark.parametrize(
    ("words", "cadence", "years"),
    [
        ("매년 개최한다", Cadence.YEARLY, None),
        ("연 1회 개최", Cadence.YEARLY, None),
        ("hold it every year", Cadence.YEARLY, None),
        ("an annual meeting", Cadence.YEARLY, None),
        ("2년마다 개최", Cadence.EVERY_N_YEARS, 2),
        ("격년으로 개최", Cadence.EVERY_N_YEARS, 2),
        ("2년에 한 번 개최", Cadence.EVERY_N_YEARS, 2),
        ("every other year", Cadence.EVERY_N_YEARS, 2),
        ("every two years", Cadence.EVERY_N_YEARS, 2),
        ("3년마다", Cadence.EVERY_N_YEARS, 3),
        ("every 7 years", Cadence.EVERY_N_YEARS, 7),
        ("1년마다", Cadence.YEARLY, None),
        ("2013년에 개최", Cadence.NOT_STATED, None),
        ("올림픽 2회 개최", Cadence.NOT_STATED, None),
        ("수시로", Cadence.NOT_STATED, None),
    ],
)
def test_the_words_suggest_how_often(words: str, cadence: Cadence, years: int | None) -> None:
    assert (only(words).cadence, only(words).cadence_years) == (cadence, years)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("서울시는 숙소를 제공한다", Side.HOME),
        ("서울특별시가 비용을 낸다", Side.HOME),
        ("서울은 초청한다", Side.HOME),
        ("Seoul shall provide lodging", Side.HOME),
        ("도쿄도는 초청한다", Side.PARTNER),
        ("Tokyo will invite", Side.PARTNER),
        ("양 도시는 협력한다", Side.BOTH),
        ("서울시와 도쿄도는 협력한다", Side.BOTH),
        ("Tokyo and Seoul shall cooperate", Side.BOTH),
        ("Seoul and Tokyo shall cooperate", Side.BOTH),
        ("The Parties shall visit Seoul", Side.BOTH),
        ("서울시에서 만난다", Side.BOTH),
    ],
)
def test_the_words_suggest_who_owes_it(words: str, side: Side) -> None:
    [clause] = split_clauses(words, home=["서울특별시", "Seoul"], partner=["도쿄도", "Tokyo"])
    assert clause.owed_by is side


@pytest.mark.parametrize("words", ["교대로 개최한다", "번갈아 개최", "host it alternately", "in turn"])
def test_the_words_suggest_that_hosts_take_turns(words: str) -> None:
    assert only(words).hosts_alternate
    assert not only("축제를 개최한다").hosts_alternate


@pytest.mark.parametrize("text", [KOREAN, ENGLISH])
def test_no_word_is_lost(text: str) -> None:
    kept = " ".join(" ".join(filter(None, (one.number, one.heading, one.text))) for one in split_clauses(text))
    assert [word for word in text.split() if word.strip("()①②-:. ").split("(")[0] not in kept] == []
