"""The columns of a list of participants: what each is called in both languages, and what goes into it."""

from dataclasses import dataclass

from partnerships.languages import Language
from partnerships.models.visit.delegation import PRIVATE_FIELDS


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, its head in both languages, other ``words`` for it, and how much it takes.

    ``about_ko`` and ``about_en`` tell whoever fills in the list what goes there.
    """

    field: str
    ko: str
    en: str
    words: str = ""
    longest: int = 200
    width: int = 16
    about_ko: str = ""
    about_en: str = ""

    def head(self, language: str) -> str:
        """What stands above the column."""
        return self.ko if language == Language.KOREAN else self.en

    def about(self, language: str) -> str:
        """What goes into the column."""
        return self.about_ko if language == Language.KOREAN else self.about_en

    @property
    def is_private(self) -> bool:
        """Whether it holds personal data that only those who run the visit may read and enter."""
        return self.field in PRIVATE_FIELDS


COLUMNS: tuple[Column, ...] = (
    Column(
        "side",
        "대표단",
        "Delegation",
        words="구분, 측, 대표단 구분, 소속 대표단, side, party, group",
        width=18,
        about_ko="방문에 등록된 대표단의 도시나 기관 이름. 비워 두면 올릴 때 고른 대표단",
        about_en=(
            "The city or organisation of a delegation of the visit; left empty, the one chosen when the "
            "list is handed in"
        ),
    ),
    Column(
        "name_ko",
        "성명(한글)",
        "Name in Korean",
        words="한글성명, 성명(국문), 국문성명, 이름(한글), 한글이름, 국문이름, korean name, name (korean)",
        width=14,
        about_ko="외국인은 한글로 적은 이름",
        about_en="Of a foreigner, as it is written in Korean",
    ),
    Column(
        "name_en",
        "성명(로마자)",
        "Name romanised",
        words=(
            "영문성명, 성명(영문), 성명(영어), 이름(영문), 영문이름, 로마자성명, 여권영문명, 여권성명, "
            "english name, name (english), name in english, romanised name, romanized name, name "
            "romanized, passport name"
        ),
        width=20,
        about_ko="여권에 적힌 대로",
        about_en="As in the passport",
    ),
    Column(
        "name_local",
        "성명(원어)",
        "Name in own script",
        words=(
            "원어성명, 현지어성명, 성명(현지어), 한자, 한자성명, 성명(한자), native name, local name, "
            "name (native), name native"
        ),
        width=14,
        about_ko="본인 나라의 글자로",
        about_en="In the person's own script",
    ),
    Column(
        "title_ko",
        "직위(한글)",
        "Title in Korean",
        words=("한글직위, 직위(국문), 국문직위, 직책(한글), 직책(국문), 직함(한글), korean title, title (korean)"),
        width=18,
        about_ko="방문 당시의 직위. 이름 없이 직위만 적어도 됨",
        about_en="As held at the time of the visit; a post without a name will do",
    ),
    Column(
        "title_en",
        "직위(영문)",
        "Title in English",
        words="영문직위, 직위(영어), 직책(영문), 직함(영문), english title, title (english)",
        width=22,
        about_ko="방문 당시의 직위",
        about_en="As held at the time of the visit",
    ),
    Column(
        "organisation",
        "소속",
        "Organisation",
        words=(
            "기관, 소속기관, 기관명, 단체, 단체명, 부서, 소속부서, 회사, 회사명, affiliation, company, "
            "institution, organization, department, employer"
        ),
        width=22,
        about_ko="기관·부서·회사",
        about_en="Institution, department or company",
    ),
    Column(
        "role",
        "역할",
        "Role",
        words="구성, 신분, 대표단 역할, role in delegation, function in delegation",
        longest=60,
        width=12,
        about_ko="단장, 단원, 통역, 수행원, 배우자, 언론 가운데 하나. 비워 두면 단원",
        about_en="Head of delegation, member, interpreter, staff, spouse or press; left empty, a member",
    ),
    Column(
        "position",
        "의전서열",
        "Precedence",
        words="서열, 의전순위, 순위, protocol order, order of precedence, rank",
        longest=10,
        width=10,
        about_ko="1이 가장 먼저. 비워 두면 적은 순서",
        about_en="1 stands first; left empty, in the order of the list",
    ),
    Column(
        "count",
        "인원",
        "Number of people",
        words="인원수, 명수, headcount, how many",
        longest=10,
        width=10,
        about_ko="이름 없는 집단의 사람 수",
        about_en="How many people a group without names is",
    ),
    Column(
        "language",
        "언어",
        "Language",
        words="사용언어, 통역언어, 구사언어, languages, spoken language",
        longest=60,
        width=12,
        about_ko="통역이나 대화에 쓸 언어",
        about_en="In which they are spoken to",
    ),
    Column(
        "needs",
        "배려 사항",
        "Needs",
        words=(
            "식이, 식이사항, 식단, 음식, 알레르기, 건강, 특별배려, dietary needs, dietary, dietary "
            "requirements, special needs, allergies, food, access needs"
        ),
        longest=2000,
        width=24,
        about_ko="음식, 이동, 건강",
        about_en="Food, access, health",
    ),
    Column(
        "arrival",
        "도착",
        "Arrival",
        words="입국, 입국편, 도착편, 입국일시, 도착일시, arrival flight, arrives",
        width=22,
        about_ko="편명과 일시",
        about_en="Flight or train, and its time",
    ),
    Column(
        "departure",
        "출발",
        "Departure",
        words="출국, 출국편, 출발편, 귀국편, 출국일시, departure flight, departs",
        width=22,
        about_ko="편명과 일시",
        about_en="Flight or train, and its time",
    ),
    Column(
        "hotel",
        "숙소",
        "Hotel",
        words="호텔, 숙박, 숙박지, accommodation, lodging",
        width=18,
    ),
    Column(
        "email",
        "전자우편",
        "E-mail",
        words="이메일, 메일, 이메일 주소, 전자우편주소, mail, email address",
        longest=254,
        width=26,
    ),
    Column(
        "phone",
        "전화",
        "Telephone",
        words=("전화번호, 휴대전화, 휴대폰, 연락처, 핸드폰, phone, phone number, mobile, tel, cell, contact"),
        longest=60,
        width=18,
    ),
    Column(
        "consented_on",
        "개인정보 동의일",
        "Consent date",
        words="동의일, 개인정보동의, 동의, 동의일자, consent, consent given on, date of consent",
        longest=40,
        width=16,
        about_ko="개인정보 수집·이용에 동의한 날(2026-03-02)",
        about_en="The day on which they agreed that their data is kept (2026-03-02)",
    ),
    Column(
        "note",
        "비고",
        "Note",
        words="참고, 참고사항, 특이사항, remarks, remark, notes, comment, comments",
        longest=300,
        width=22,
    ),
)

BY_FIELD = {column.field: column for column in COLUMNS}
