/** Reads an iCalendar stream on standard input with ical.js, strictly, and tells its events as JSON. */
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  const told = (name) => component.getFirstPropertyValue(name) ?? "";
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description ?? "",
    location: event.location ?? "",
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    allDay: event.startDate.isDate,
    sequence: event.sequence,
    status: told("status"),
    class: told("class"),
    url: told("url"),
  };
});
process.stdout.write(JSON.stringify(events));
