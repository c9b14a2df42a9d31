/** Where an item is on the board: a column and minutes of the day, from and to; null where they are open. */

export const STEP = 5;
const LAST = 24 * 60 - STEP;
// As on the server: what has no end is drawn as if it took half an hour.
const OPEN_ENDED = 30;

const toMinutes = (text) => (text ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null);

export function clock(minutes) {
  if (minutes === null) return "";
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function placeOf(slot) {
  return { day: slot.dataset.day, from: toMinutes(slot.dataset.from), to: toMinutes(slot.dataset.to) };
}

export function isSame(one, other) {
  return one.day === other.day && one.from === other.from && one.to === other.to;
}

export function snap(minutes) {
  return Math.round(minutes / STEP) * STEP;
}

/** The same item at another beginning: as long as before, and within the day. */
export function beginningAt(place, from) {
  const length = place.from !== null && place.to !== null ? place.to - place.from : null;
  const start = Math.min(Math.max(from, 0), LAST - (length ?? STEP));
  return { ...place, from: start, to: length === null ? null : start + length };
}

/** The same item with another end, never before its beginning. */
export function endingAt(place, to) {
  return { ...place, to: Math.min(Math.max(to, place.from + STEP), LAST) };
}

export function lengthOf(place) {
  return place.to === null ? OPEN_ENDED : place.to - place.from;
}

export function inWords(place) {
  if (place.from === null) return "";
  return place.to === null ? clock(place.from) : `${clock(place.from)}–${clock(place.to)}`;
}
