"""The programme (세부일정): what happens when and where, who attends, and in what order."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.city import Place
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import Bilingual, Choice, UtcDateTime, choice_column
from partnerships.models.visit.delegation import Member, Participant
from partnerships.models.visit.leg import Leg

if TYPE_CHECKING:
    from partnerships.models.agreement import Agreement
    from partnerships.models.document import Document
    from partnerships.models.visit.note import ItemNote
    from partnerships.models.visit.points import AnticipatedQuestion, TalkingPoint
    from partnerships.models.visit.visit import Visit


class ItemKind(Choice):
    """What kind of occasion a programme item is."""

    COURTESY_CALL = "courtesy_call", N_("Courtesy call")
    SIGNING_CEREMONY = "signing_ceremony", N_("Signing ceremony")
    MEETING = "meeting", N_("Meeting")
    LECTURE = "lecture", N_("Lecture")
    SITE_VISIT = "site_visit", N_("Site visit")
    BRIEFING = "briefing", N_("Briefing")
    LUNCHEON = "luncheon", N_("Luncheon")
    DINNER = "dinner", N_("Dinner")
    RECEPTION = "reception", N_("Reception")
    CEREMONY = "ceremony", N_("Ceremony")
    EVENT = "event", N_("Event")
    PRESS = "press", N_("Press")
    TRANSFER = "transfer", N_("Transfer")
    FREE = "free", N_("Free time")
    OTHER = "other", N_("Other")


class Interpretation(Choice):
    """How what is said reaches those who speak another language."""

    NOT_STATED = "not_stated", N_("Not stated")
    NONE = "none", N_("None")
    CONSECUTIVE = "consecutive", N_("Consecutive interpretation")
    SIMULTANEOUS = "simultaneous", N_("Simultaneous interpretation")


class Seating(Choice):
    """How the table of an occasion is laid."""

    NONE = "none", N_("No seating plan")
    FACING = "facing", N_("Facing sides")
    U_SHAPE = "u_shape", N_("U shape")
    ROUND = "round", N_("Round table")
    THEATRE = "theatre", N_("Theatre")


class ProgrammeItem(Part, Base):
    """One item of a programme. Its ``number`` within the visit is given once and survives reordering."""

    __tablename__ = "programme_items"
    __table_args__ = (
        UniqueConstraint("visit_id", "number"),
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("ends_at IS NULL OR starts_at IS NOT NULL", name="start_with_end"),
        CheckConstraint("starts_at IS NULL OR day IS NOT NULL", name="day_with_time"),
        CheckConstraint("audience_count > 0", name="audience_positive"),
        CheckConstraint("travel_minutes >= 0", name="travel_not_negative"),
    )
    part_of = "visit_id"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    leg_id: Mapped[int | None] = mapped_column(ForeignKey("legs.id"), index=True)
    number: Mapped[int]
    kind: Mapped[ItemKind] = choice_column(ItemKind, "kind")
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    # Wall clock in ``zone``; the UTC columns are derived from it for ordering and clashes.
    day: Mapped[date | None] = mapped_column(index=True)
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    zone: Mapped[str] = mapped_column(String(60))
    starts_utc: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    ends_utc: Mapped[datetime | None] = mapped_column(UtcDateTime)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    place_ko: Mapped[str | None] = mapped_column(String(200))
    place_en: Mapped[str | None] = mapped_column(String(200))
    place_text: Mapped[Bilingual] = composite("place_ko", "place_en")
    host_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    host_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    # The way there from the item before it; empty, it is judged by the places.
    travel_minutes: Mapped[int | None]
    audience_ko: Mapped[str | None] = mapped_column(String(300))
    audience_en: Mapped[str | None] = mapped_column(String(300))
    audience: Mapped[Bilingual] = composite("audience_ko", "audience_en")
    audience_count: Mapped[int | None]
    interpretation: Mapped[Interpretation] = choice_column(
        Interpretation, "interpretation", default=Interpretation.NOT_STATED
    )
    contents_ko: Mapped[str | None] = mapped_column(Text)
    contents_en: Mapped[str | None] = mapped_column(Text)
    # Main contents, one thought a line.
    contents: Mapped[Bilingual] = composite("contents_ko", "contents_en")
    seating: Mapped[Seating] = choice_column(Seating, "seating", default=Seating.NONE)
    materials_ko: Mapped[str | None] = mapped_column(Text)
    materials_en: Mapped[str | None] = mapped_column(Text)
    # What must be at hand (flags, pens, gifts, name plates), one thing a line; papers are its documents.
    materials: Mapped[Bilingual] = composite("materials_ko", "materials_en")
    source: Mapped[str | None] = mapped_column(String(500))

    visit: Mapped["Visit"] = relationship(back_populates="items", lazy="raise")
    leg: Mapped[Leg | None] = relationship(lazy="raise")
    place: Mapped[Place | None] = relationship(lazy="raise")
    host: Mapped[Organisation | None] = relationship(lazy="raise")
    host_person: Mapped[Person | None] = relationship(lazy="raise")
    attendees: Mapped[list["Attendee"]] = relationship(
        back_populates="item", lazy="raise", order_by="Attendee.position, Attendee.id"
    )
    steps: Mapped[list["CeremonyStep"]] = relationship(
        back_populates="item", lazy="raise", order_by="CeremonyStep.position, CeremonyStep.id"
    )
    points: Mapped[list["TalkingPoint"]] = relationship(
        back_populates="item", lazy="raise", order_by="TalkingPoint.position, TalkingPoint.id"
    )
    questions: Mapped[list["AnticipatedQuestion"]] = relationship(
        back_populates="item", lazy="raise", order_by="AnticipatedQuestion.position, AnticipatedQuestion.id"
    )
    notes: Mapped[list["ItemNote"]] = relationship(back_populates="item", lazy="raise", order_by="ItemNote.id")
    agreements: Mapped[list["Agreement"]] = relationship(
        back_populates="signed_at_item", lazy="raise", order_by="Agreement.id"
    )
    documents: Mapped[list["Document"]] = relationship(
        back_populates="programme_item", lazy="raise", order_by="Document.position, Document.id"
    )


class Attendance(Choice):
    """Whether somebody comes, or came."""

    INVITED = "invited", N_("Invited")
    CONFIRMED = "confirmed", N_("Attendance confirmed")
    ATTENDED = "attended", N_("Attended")
    ABSENT = "absent", N_("Absent")
    EXCUSED = "excused", N_("Excused")


class Attendee(Participant, Base):
    """Somebody who attends a programme item, on one of its sides."""

    __tablename__ = "attendees"
    __table_args__ = (
        CheckConstraint("person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL", name="who_given"),
        CheckConstraint("count > 0", name="count_positive"),
        CheckConstraint("seat > 0", name="seat_positive"),
    )
    part_of = "item_id"

    item_id: Mapped[int] = mapped_column(ForeignKey("programme_items.id"), index=True)
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    side: Mapped[Side] = choice_column(Side, "side")
    attendance: Mapped[Attendance] = choice_column(Attendance, "attendance", default=Attendance.INVITED)
    # From whose delegation; an attendee entered by hand is of none.
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    # The seat an officer gave, from 1 in the order of the plan; empty, precedence decides.
    seat: Mapped[int | None]
    # When somebody saw who came, by their own clock: of two notes that arrive out of order the later one stands.
    noted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    item: Mapped[ProgrammeItem] = relationship(back_populates="attendees", lazy="raise")
    member: Mapped[Member | None] = relationship(lazy="raise")
    person: Mapped[Person | None] = relationship(lazy="raise")


class CeremonyStep(Part, Base):
    """One step of the order of ceremony (식순), with its length."""

    __tablename__ = "ceremony_steps"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("minutes > 0", name="minutes_positive"),
    )
    part_of = "item_id"

    item_id: Mapped[int] = mapped_column(ForeignKey("programme_items.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[int | None]
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    note: Mapped[str | None] = mapped_column(String(300))

    item: Mapped[ProgrammeItem] = relationship(back_populates="steps", lazy="raise")
